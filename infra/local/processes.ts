import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dyingWithParent } from '../../bin/piece.mjs'

/** How one server process is started and ended. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** What ends it in good order; KILL follows after `graceMs`. */
  readonly stopSignal: NodeJS.Signals
  readonly graceMs: number
  /** What the kernel sends it when we are killed outright. KILL unless a gentler one is as quick. */
  readonly deathSignal?: 'KILL' | 'INT' | 'TERM'
  /** Postgres refuses root: run it as nobody, with the right to read this user's folders. */
  readonly avoidRoot?: boolean
}

export interface ServerProcess {
  readonly pid: number
  /** Settles when it has ended, with a word on how. */
  readonly ended: Promise<string>
  running(): boolean
  kill(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/** Starts a server in a process group of its own, so that a Ctrl-C on a terminal reaches only us. */
export function startProcess(launch: Launch, logFile: string): ServerProcess {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'a')
  const mortal = dyingWithParent(launch.deathSignal ?? 'KILL', [launch.command, ...launch.args])
  // In this order: to give up root clears the signal that is sent at the parent's death.
  const [file = '', ...args] = [...asNobody(launch), ...mortal]
  const { cwd, env } = launch
  const stdio: ['ignore', number, number] = ['ignore', log, log]
  const child = spawn(file, args, {
    ...(cwd && { cwd }),
    ...(env && { env }),
    detached: true,
    stdio,
  })
  closeSync(log)
  return wrap(child, launch)
}

function wrap(child: ChildProcess, { stopSignal, graceMs }: Launch): ServerProcess {
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not start: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  const running = () =>
    child.exitCode === null && child.signalCode === null && child.pid !== undefined
  return {
    pid: child.pid ?? 0,
    ended,
    running,
    kill: (signal) => void child.kill(signal),
    async stop() {
      if (!running()) return
      child.kill(stopSignal)
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await ended
      clearTimeout(late)
    },
  }
}

const NOBODY = '65534'

/** The command before the command that gives up root but may still read below root's home. */
export function asNobody({ avoidRoot }: Pick<Launch, 'avoidRoot'>): readonly string[] {
  if (!avoidRoot || process.getuid?.() !== 0) return []
  const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const caps = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  // Without this bit access(2), which initdb asks, would not count the capability.
  return ['setpriv', ...user, ...caps, '--securebits', '+no_setuid_fixup', '--']
}

/** @returns the last lines of a log, for an error message */
export function logTail(logFile: string, lines = 12): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n  ')
  } catch {
    return '(no log)'
  }
}
