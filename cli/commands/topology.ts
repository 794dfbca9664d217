import { TOPOLOGY } from '../../pipelines/topology.ts'
import { type Command, EXIT } from '../command.ts'

export const topology: Command = {
  name: 'topology',
  summary: 'Print the product in one table: who reads what, and what it writes',
  examples: ['hirestream topology', 'hirestream topology -o json'],
  async run({ out }) {
    out.result(TOPOLOGY, (steps) => {
      const rows = steps.map((step) => [
        step.name,
        step.reads.join(', '),
        step.kind === 'landing' ? step.store : step.writes.join(', '),
        String(step.concurrency),
        togetherIn(step),
        retriesOf(step),
        `${step.deadlineMs / 1000} s`,
      ])
      const head = ['step', 'reads', 'writes', 'at once', 'together', 'retries as', 'unready after']
      return out.table([head, ...rows], [3, 4, 6])
    })
    return EXIT.done
  },
}

type AnyStep = (typeof TOPOLOGY)[number]

function togetherIn(step: AnyStep): string {
  if (step.kind === 'release') return '1 record'
  return `${step.kind === 'processor' ? step.chunkSize : step.batchSize} records`
}

function retriesOf(step: AnyStep): string {
  if (step.kind === 'release') return 'internalApi'
  return step.kind === 'processor' ? step.retry : 'database'
}
