// Memory of the whole local stack, idle: engines, workers, API and the process that starts them.
// Usage: node bench/memory.ts [seconds of idling]
import { setTimeout as sleep } from 'node:timers/promises'
import { figures } from './harness/figures.ts'
import { type Memory, memoryOf } from './harness/processes.ts'
import { withStack } from './harness/stack.ts'
import { report } from './harness.ts'

const [IDLE_SECONDS = 20] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const MB = 1e6

await withStack({}, async (stack, { signal }) => {
  await sleep(IDLE_SECONDS * 1000, undefined, { signal })
  const pids = [
    ...stack.engines.engines.map(({ name, pid }) => ({ name, pid })),
    ...stack.services.map(({ name, pid }) => ({ name, pid })),
  ]
  const each = pids.flatMap(({ name, pid }) => (pid ? [{ name, ...memoryOf(pid) }] : []))
  // Engines and services are this process's children: what is left of its family is itself.
  const all = memoryOf(process.pid)
  const sum = (of: keyof Memory) => each.reduce((total, one) => total + one[of], 0)
  const itself = {
    name: 'the process that starts them',
    processes: 1,
    rssBytes: all.rssBytes - sum('rssBytes'),
    pssBytes: all.pssBytes - sum('pssBytes'),
  }
  const rows = [{ name: 'together', ...all }, ...each, itself]
  const once = (value: number) => figures([value])
  const measured = Object.fromEntries(
    rows.map(({ name, processes, rssBytes, pssBytes }) => [
      name,
      {
        rssMb: once(rssBytes / MB),
        pssMb: once(pssBytes / MB),
        processes: once(processes),
      },
    ]),
  )
  report({ bench: 'memory', idleSeconds: IDLE_SECONDS, measured })
})
