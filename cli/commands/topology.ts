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
        step.kind === 'processor' ? step.writes.join(', ') : step.store,
        String(step.concurrency),
        step.kind === 'processor' ? `${step.chunkSize} records` : `${step.batchSize} records`,
        step.kind === 'processor' ? step.retry : 'database',
        `${step.deadlineMs / 1000} s`,
      ])
      const head = ['step', 'reads', 'writes', 'at once', 'together', 'retries as', 'unready after']
      return out.table([head, ...rows], [3, 4, 6])
    })
    return EXIT.done
  },
}
