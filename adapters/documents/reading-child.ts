import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ParsedDocument } from '../../core/domain/profile.ts'
import type { DocumentFile } from '../../core/ports/document-parser.ts'
import { PARSER_VERSION } from './version.ts'

export interface ReadingChild {
  readonly isAlive: boolean
  /** Files read so far */
  readonly files: number
  /** One at a time. Never rejects: a process that dies or is stopped is an outcome of the file. */
  read(file: DocumentFile): Promise<ParsedDocument>
  end(): Promise<void>
}

export interface ReadingLimits {
  readonly timeoutMs: number
  readonly memoryMb: number
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
// Ends it with us, however we end: a reader caught in a loop notices nothing itself. Linux; elsewhere it goes without.
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
const WITH_US = SETPRIV ? ['--pdeathsig', 'KILL', '--', process.execPath] : []
const HEAP_MB = 256
const START_MS = 20_000
const MEMORY_CHECK_MS = 50

/** @throws Error when the process does not come up */
export async function startReadingChild(limits: ReadingLimits): Promise<ReadingChild> {
  const child = fork(join(ROOT, 'adapters', 'documents', 'reading-process.ts'), [], {
    serialization: 'advanced',
    // It may read the program itself, and nothing else of the machine.
    execPath: SETPRIV ?? process.execPath,
    execArgv: [
      ...WITH_US,
      `--max-old-space-size=${HEAP_MB}`,
      '--permission',
      `--allow-fs-read=${ROOT}`,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const started = AbortSignal.timeout(START_MS)
  const ended = once(child, 'exit').then(() => 'ended' as const)
  const ready = once(child, 'message', { signal: started }).then(() => 'ready' as const)
  const first = await Promise.race([ready, ended]).catch(() => 'late' as const)
  ready.catch(() => {})
  if (first !== 'ready') {
    child.kill('SIGKILL')
    throw new Error(`reading process: ${first}, exit code ${child.exitCode}`)
  }
  return watched(child, limits)
}

function watched(child: ChildProcess, { timeoutMs, memoryMb }: ReadingLimits): ReadingChild {
  let files = 0
  // It must not keep a program up that has nothing else to do.
  child.unref()
  child.channel?.unref()
  return {
    get isAlive() {
      return child.connected && child.exitCode === null && child.signalCode === null
    },
    get files() {
      return files
    },
    async read(file) {
      files++
      let stopped: string | null = null
      const stop = (why: string) => {
        stopped ??= why
        child.kill('SIGKILL')
      }
      const timer = setTimeout(() => stop('too slow: the file takes too long to read'), timeoutMs)
      const watch = setInterval(() => {
        if (residentMb(child.pid) > memoryMb)
          stop('too big: the file takes too much memory to read')
      }, MEMORY_CHECK_MS)
      child.channel?.ref()
      try {
        const answer = await answerOf(child, file)
        return answer ?? failed(stopped ?? 'unreadable: the file breaks the reader')
      } finally {
        clearTimeout(timer)
        clearInterval(watch)
        child.channel?.unref()
      }
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** @returns null when the process ended instead of answering */
function answerOf(child: ChildProcess, file: DocumentFile): Promise<ParsedDocument | null> {
  return new Promise((resolve) => {
    const settle = (answer: ParsedDocument | null) => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(answer)
    }
    const onMessage = (message: unknown) => settle(message as ParsedDocument)
    const onExit = () => settle(null)
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(file, (error) => {
      if (error) settle(null)
    })
  })
}

const failed = (reason: string): ParsedDocument => ({
  outcome: 'failed',
  reason: `${reason}; save it again and send it as PDF or DOCX`,
  parserVersion: PARSER_VERSION,
  warnings: [],
  language: null,
  pages: 0,
  text: '',
  profile: null,
})

const PAGE_BYTES = 4096

/** @returns 0 where the system does not say */
function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * PAGE_BYTES) / 2 ** 20
  } catch {
    return 0
  }
}
