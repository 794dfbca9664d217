import type { ParsedDocument } from '../../core/domain/profile.ts'
import { Fault } from '../../core/fault.ts'
import type { DocumentFile, DocumentParser } from '../../core/ports/document-parser.ts'
import { type ReadingChild, type ReadingLimits, startReadingChild } from './reading-child.ts'
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
  const pool = new ReadingPool(settings)
  return {
    version: PARSER_VERSION,
    parse: (file, signal) => pool.read(file, signal),
    [Symbol.asyncDispose]: () => pool.close(),
  }
}

class ReadingPool {
  private readonly limits: ReadingLimits
  private readonly concurrency: number
  private readonly waiting: Task[] = []
  private readonly idle: ReadingChild[] = []
  private readonly alive = new Set<ReadingChild>()
  private starting = 0
  private closed = false

  constructor({ concurrency = 2, timeoutMs = 10_000, memoryMb = 512 }: DocumentParserSettings) {
    this.concurrency = concurrency
    this.limits = { timeoutMs, memoryMb }
  }

  read(file: DocumentFile, signal: AbortSignal): Promise<ParsedDocument> {
    return new Promise((resolve, reject) => {
      if (signal.aborted || this.closed) {
        reject(signal.reason ?? new Error('parser is closed'))
        return
      }
      const forget = () => {
        const at = this.waiting.indexOf(task)
        if (at >= 0) this.waiting.splice(at, 1)
        reject(signal.reason)
      }
      // What is being read is read to its end; only its answer is no longer waited for.
      signal.addEventListener('abort', forget, { once: true })
      const settle = <T>(answer: (value: T) => void) => {
        return (value: T) => {
          signal.removeEventListener('abort', forget)
          answer(value)
        }
      }
      const task: Task = { file, resolve: settle(resolve), reject: settle(reject) }
      this.waiting.push(task)
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const task of this.waiting.splice(0)) task.reject(new Error('parser is closed'))
    await Promise.all([...this.alive].map((child) => child.end()))
  }

  private next(): void {
    while (this.waiting.length > 0 && this.idle.length > 0)
      void this.work(this.idle.pop()!, this.waiting.shift()!)
    const room = this.alive.size + this.starting < this.concurrency
    if (room && this.waiting.length > this.starting && !this.closed) void this.start()
  }

  private async start(): Promise<void> {
    this.starting++
    try {
      const child = await startReadingChild(this.limits)
      if (this.closed) await child.end()
      else {
        this.alive.add(child)
        this.idle.push(child)
      }
    } catch (cause) {
      const detail = `${this.alive.size} of ${this.concurrency} processes`
      if (this.alive.size === 0)
        for (const task of this.waiting.splice(0))
          task.reject(new Fault('reader.unavailable', detail, { cause }))
    } finally {
      this.starting--
    }
    this.next()
  }

  private async work(child: ReadingChild, task: Task): Promise<void> {
    const document = await child.read(task.file)
    if (child.isAlive && child.files < FILES_A_CHILD && !this.closed) this.idle.push(child)
    else {
      this.alive.delete(child)
      await child.end()
    }
    task.resolve(document)
    this.next()
  }
}
