import { readFile } from 'node:fs/promises'
import type { Topic } from '../../core/events/topics.ts'
import { type NodeProcess, runNode } from '../world/node-process.ts'
import type { World } from '../world/open-world.ts'

/** The write before which a zombie froze, and how it went when it was thawed. */
export interface LateWrite {
  readonly topic: Topic
  readonly partition: number
  readonly epoch: number
  readonly next: number
  readonly applications: readonly string[]
  /** `about to be written`, `written`, or the fault's code */
  readonly outcome: string
}

export interface Zombie {
  readonly process: NodeProcess
  /** Resolves once it stands frozen before a write. */
  readonly frozen: Promise<LateWrite>
  /** Lets it go on. @returns how that write went */
  thaw(): Promise<string>
}

/** A landing that will freeze before a write to the topic, as if it paused for long. */
export function startZombie(
  { env }: World,
  { step, topic, settings }: { step: string; topic: Topic; settings: Record<string, string> },
): Zombie {
  const args = ['test/faults/zombie-worker.ts', '--run', step, '--topic', topic]
  const zombie = runNode(args, { env: { ...env, ...settings } })
  const before = Promise.withResolvers<LateWrite>()
  const after = Promise.withResolvers<string>()
  zombie.onMessage((message) => {
    const late = message as LateWrite
    if (late.outcome === 'about to be written') before.resolve(late)
    else after.resolve(late.outcome)
  })
  void zombie.ended.then(({ output }) => {
    const error = new Error(`${step} ended: ${output}`)
    before.reject(error)
    after.reject(error)
  })
  after.promise.catch(() => {}) // nobody may have asked
  return {
    process: zombie,
    frozen: before.promise.then(async (late) => {
      while (!(await isStopped(zombie.pid))) await new Promise((resolve) => setTimeout(resolve, 20))
      return late
    }),
    thaw() {
      zombie.kill('SIGCONT')
      return after.promise
    },
  }
}

async function isStopped(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')')).startsWith(') T')
}
