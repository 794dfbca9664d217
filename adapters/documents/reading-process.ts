// Runs in a process of its own, without network, environment or the right to write: what it reads comes from strangers.
import { Socket } from 'node:net'
import type { DocumentFile } from '../../core/ports/document-parser.ts'
import { parseFile } from './parse-file.ts'

// No reader here fetches anything; should one ever try, it fails.
Socket.prototype.connect = () => {
  throw new Error('no network here')
}

process.on('message', (file: DocumentFile) => {
  void parseFile(file).then((document) => process.send?.(document))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
