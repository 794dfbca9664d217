import { STEP_NAMES } from '../../pipelines/topology.ts'
import { type Ended, type NodeProcess, runNode } from './node-process.ts'
import type { World } from './open-world.ts'

export interface Workers {
  readonly processes: readonly NodeProcess[]
  stop(): Promise<void>
}

/** One worker process that has its partitions. @throws Error with its log when it ends instead */
export async function startWorker(
  { env }: World,
  steps: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<NodeProcess> {
  const args = ['pipelines/workers/main.ts', '--run', steps.join(',')]
  const worker = runNode(args, { env: { ...env, ...more } })
  const ready = Promise.withResolvers<void>()
  worker.onMessage(() => ready.resolve())
  const ended = worker.ended.then((how) => {
    throw new Error(`${steps.join(',')} ended before it was ready: ${told(how)}`)
  })
  await Promise.race([ready.promise, ended])
  ended.catch(() => {}) // later ends are the test's own
  return worker
}

const told = ({ code, signal, output }: Ended) => `${signal ?? code}\n${output}`

/** All steps, in two processes as locally. */
export async function startWorkers(
  world: World,
  more: Readonly<Record<string, string>> = {},
): Promise<Workers> {
  const [compute, landings] = [
    STEP_NAMES.filter((name) => !name.startsWith('landing-')),
    STEP_NAMES.filter((name) => name.startsWith('landing-')),
  ]
  const processes = await Promise.all([
    startWorker(world, compute, more),
    startWorker(world, landings, more),
  ])
  return {
    processes,
    async stop() {
      await Promise.all(processes.map((one) => one.stop()))
    },
  }
}
