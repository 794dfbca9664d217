import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { dyingWithParent } from '../../bin/piece.mjs'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last of what it printed */
  readonly output: string
}

export interface NodeProcess {
  readonly pid: number
  /** Messages that it sends over IPC */
  onMessage(listener: (message: unknown) => void): void
  readonly ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
  /** SIGTERM, then its end */
  stop(): Promise<Ended>
}

const ROOT = join(import.meta.dirname, '../..')
const KEPT_CHARACTERS = 4000

/** A process of the project, which ends with the test. */
export function runNode(
  args: readonly string[],
  { env }: { readonly env: Readonly<Record<string, string | undefined>> },
): NodeProcess {
  const [command, ...rest] = dyingWithParent('KILL', [process.execPath, ...args])
  const child: ChildProcess = spawn(command, rest, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-KEPT_CHARACTERS)
  }
  child.stdout!.on('data', keep)
  child.stderr!.on('data', keep)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, output }))
  })
  return {
    pid: child.pid!,
    onMessage: (listener) => void child.on('message', listener),
    ended,
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
