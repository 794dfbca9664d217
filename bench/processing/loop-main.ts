// One way, as a process that processing.ts starts: node bench/processing/loop-main.ts NAME.
import { bareLoop } from './bare-loop.ts'
import type { FromLoop, LoopRun } from './loop-process.ts'
import { ours } from './ours.ts'

export interface LoopTold extends LoopRun {
  readonly joined: () => void
  /** At the first batch: waiting to join is not counted */
  readonly began: () => void
  /** How many more results are acknowledged */
  readonly appended: (events: number) => void
}
/** @returns what ends it */
export type Loop = (told: LoopTold) => Promise<() => Promise<void>>

const LOOPS: Readonly<Record<string, Loop>> = { 'bare loop': bareLoop, ours }
const loop = LOOPS[process.argv[2] ?? '']!
const say = (message: FromLoop) => void process.send!(message)

async function run(given: LoopRun): Promise<void> {
  const done = Promise.withResolvers<void>()
  let [count, begun, cpu] = [0, 0, process.cpuUsage()]
  const stop = await loop({
    ...given,
    joined: () => say('joined'),
    began() {
      if (begun > 0) return
      say('began')
      ;[begun, cpu] = [performance.now(), process.cpuUsage()]
    },
    appended(events) {
      count += events
      if (count >= given.events) done.resolve()
    },
  })
  await done.promise
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await stop()
  if (count !== given.events) throw new Error(`${count} results of ${given.events} events`)
  say({ seconds, cpuSeconds: (user + system) / 1e6 })
}

process.on('message', (given: LoopRun) => {
  run(given).catch((error: Error) => say({ failed: error.message }))
})
say('up')
