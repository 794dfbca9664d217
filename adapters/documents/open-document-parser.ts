import type { ParsedDocument } from '../../core/domain/profile.ts'
import { Fault } from '../../core/fault.ts'
import type { DocumentFile, DocumentParser } from '../../core/ports/document-parser.ts'
import { type ReadingChild, startReadingChild } from './reading-child.ts'
import { PARSER_VERSION } from './version.ts'

export interface DocumentParserSettings {
  /** Files read at once, each in a process of its own; default 2 */
  readonly concurrency?: number
  /** For one file; default 10,000 */
  readonly timeoutMs?: number
  /** Resident memory of one process, MB; default 512 */
  readonly memoryMb?: number
}

// A process that has read this many files makes room for a fresh one: what a file left behind goes with it.
const FILES_A_CHILD = 1_000

interface Task {
  readonly file: DocumentFile
  readonly resolve: (document: ParsedDocument) => void
  readonly reject: (error: Error) => void
}

/**
 * Reads documents in child processes that are watched and replaced; the first starts with the first file.
 * Dispose it to end them.
 */
export function openDocumentParser(
  settings: DocumentParserSettings = {},
): DocumentParser & AsyncDisposable {
  const { concurrency = 2, timeoutMs = 10_000, memoryMb = 512 } = settings
  const waiting: Task[] = []
  const idle: ReadingChild[] = []
  const alive = new Set<ReadingChild>()
  let starting = 0
  let closed = false

  function next(): void {
    while (waiting.length > 0 && idle.length > 0) void read(idle.pop()!, waiting.shift()!)
    if (waiting.length > starting && alive.size + starting < concurrency && !closed) void start()
  }

  async function start(): Promise<void> {
    starting++
    try {
      const child = await startReadingChild({ timeoutMs, memoryMb })
      alive.add(child)
      idle.push(child)
    } catch (cause) {
      const detail = `${alive.size} of ${concurrency} processes`
      if (alive.size === 0)
        for (const task of waiting.splice(0))
          task.reject(new Fault('reader.unavailable', detail, { cause }))
    } finally {
      starting--
    }
    next()
  }

  async function read(child: ReadingChild, task: Task): Promise<void> {
    const document = await child.read(task.file)
    if (child.isAlive && child.files < FILES_A_CHILD && !closed) idle.push(child)
    else {
      alive.delete(child)
      await child.end()
    }
    task.resolve(document)
    next()
  }

  return {
    version: PARSER_VERSION,
    parse(file, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted || closed) return reject(signal.reason ?? new Error('parser is closed'))
        const task = { file, resolve, reject }
        waiting.push(task)
        signal.addEventListener('abort', () => forget(task, signal.reason), { once: true })
        next()
      })
    },
    async [Symbol.asyncDispose]() {
      closed = true
      for (const task of waiting.splice(0)) task.reject(new Error('parser is closed'))
      await Promise.all([...alive].map((child) => child.end()))
    },
  }

  function forget(task: Task, reason: Error): void {
    const at = waiting.indexOf(task)
    if (at >= 0) waiting.splice(at, 1)
    task.reject(reason)
  }
}
