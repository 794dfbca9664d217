import { spawn } from 'node:child_process'
import { dyingWithParent } from '../../bin/piece.mjs'

/** Reads a topic and publishes as many results, until `events` are acknowledged. */
export interface LoopRun {
  /** Prefixes of the topic that is read and of the one that is written */
  readonly input: string
  readonly output: string
  readonly group: string
  readonly events: number
}

export interface Took {
  readonly seconds: number
  readonly cpuSeconds: number
}

export type FromLoop = 'up' | 'joined' | 'began' | Took | { readonly failed: string }

export interface LoopProcess {
  run(run: LoopRun & { readonly began: () => void }): Promise<Took>
  /** Resolves when the run that was just begun has its partitions */
  joined(): Promise<void>
  stop(): void
}

/**
 * A process for each way, which stays for all rounds: compiled code stays warm, and what our adapter does to its
 * client does not help the other one.
 */
export async function startLoop(name: string): Promise<LoopProcess> {
  const script = ['bench/processing/loop-main.ts', name]
  const [file, ...rest] = dyingWithParent('KILL', [process.execPath, ...script])
  const stdio: ['ignore', 'inherit', 'inherit', 'ipc'] = ['ignore', 'inherit', 'inherit', 'ipc']
  const child = spawn(file, rest, { stdio })
  let listener: (message: FromLoop) => void = () => {}
  child.on('message', (message: FromLoop) => listener(message))
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`${name} ended: ${signal ?? code}`)))
  })
  ended.catch(() => {})
  let joined = Promise.withResolvers<void>()
  const loop: LoopProcess = {
    async run({ began, ...run }) {
      joined = Promise.withResolvers()
      const done = Promise.withResolvers<Took>()
      listener = (message) => {
        if (message === 'joined') joined.resolve()
        else if (message === 'began') began()
        else if (typeof message === 'string') return
        else if ('failed' in message) done.reject(new Error(`${name}: ${message.failed}`))
        else done.resolve(message)
      }
      child.send(run)
      return Promise.race([done.promise, ended])
    },
    joined: () => Promise.race([joined.promise, ended]),
    stop: () => void child.kill('SIGKILL'),
  }
  const up = new Promise<void>((resolve) => {
    listener = () => resolve()
  })
  await Promise.race([up, ended])
  return loop
}
