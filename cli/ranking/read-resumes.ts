import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ParsedDocument } from '../../core/domain/profile.ts'
import type { DocumentParser } from '../../core/ports/document-parser.ts'

export interface ReadResume {
  /** Path below the folder; `file.jsonl:12` for the twelfth line */
  readonly file: string
  readonly document: ParsedDocument
}

export interface Reading {
  readonly parser: DocumentParser
  /** 'YYYY-MM-DD': what "present" means in them */
  readonly asOf: string
  /** Files read at once */
  readonly atOnce: number
  readonly signal: AbortSignal
  onRead(done: number, all: number): void
}

interface Source {
  readonly file: string
  read(): Promise<Uint8Array>
}

/** Every file of a folder as a résumé, in the order of their names; a .jsonl file is one a line. */
export async function readResumes(folder: string, reading: Reading): Promise<ReadResume[]> {
  const sources = await sourcesIn(folder)
  const read: ReadResume[] = []
  let next = 0
  let done = 0
  const lane = async () => {
    for (let nth = next++; nth < sources.length; nth = next++) {
      const { file, read: open } = sources[nth]!
      const bytes = await open()
      const fileName = basename(file.replace(/:\d+$/, ''))
      const name = fileName.replace(/\.jsonl$/, '.json')
      const given = { bytes, fileName: name, mediaType: null, asOf: reading.asOf }
      read[nth] = { file, document: await reading.parser.parse(given, reading.signal) }
      reading.onRead(++done, sources.length)
    }
  }
  await Promise.all(Array.from({ length: reading.atOnce }, lane))
  return read
}

async function sourcesIn(path: string): Promise<Source[]> {
  if (!(await stat(path)).isDirectory()) return ofFile(path, basename(path))
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const from = path.endsWith('/') ? path.length : path.length + 1
  return (await Promise.all(files.map((file) => ofFile(file, file.slice(from))))).flat()
}

async function ofFile(path: string, file: string): Promise<Source[]> {
  if (!path.toLowerCase().endsWith('.jsonl')) return [{ file, read: () => readFile(path) }]
  const text = await readFile(path, 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, nth) => {
    return { file: `${file}:${nth + 1}`, read: async () => Buffer.from(line, 'utf8') }
  })
}
