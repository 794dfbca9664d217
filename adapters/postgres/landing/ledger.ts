import type { Topic } from '../../../core/events/topics.ts'
import type { Claim, LandingBatch, PartitionId } from '../../../core/ports/sink.ts'
import type { Row, Statement } from '../transaction.ts'

const STORE = 'postgres'
/** The record is of no generation, so a switch takes nothing away from it. */
const RECORD = 0
const DERIVED: ReadonlySet<Topic> = new Set(['profiles', 'scores'])

export const isDerived = (topic: Topic): boolean => DERIVED.has(topic)

/** The ledger row's key. */
function keyOf({ topic, partition }: PartitionId, generation: number) {
  return [STORE, isDerived(topic) ? generation : RECORD, topic, partition] as const
}

const THIS_ROW = 'store = $1 AND generation = $2 AND topic = $3 AND partition = $4'

/** Each partition on its own, in one order: two members that claim at once can't wait for each other in a circle. */
export function claims(partitions: readonly PartitionId[], generation: number): Statement[] {
  return [...partitions]
    .sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition)
    .map((partition) => ({
      name: 'claim',
      text: `INSERT INTO ledger (store, generation, topic, partition, epoch) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (store, generation, topic, partition) DO UPDATE SET epoch = ledger.epoch + 1
        RETURNING topic, partition, next_offset, epoch`,
      values: [...keyOf(partition, generation)],
    }))
}

export const claimOf = (row: Row): Claim => ({
  topic: row.topic as Topic,
  partition: Number(row.partition),
  next: Number(row.next_offset),
  epoch: Number(row.epoch),
})

/** Whoever holds this row's lock may write; nobody can claim the partition meanwhile. */
export const lockLedger = (partition: PartitionId, generation: number): Statement => ({
  name: 'lock_ledger',
  text: `SELECT next_offset, epoch FROM ledger WHERE ${THIS_ROW} FOR UPDATE`,
  values: [...keyOf(partition, generation)],
})

/** Up to the newest event landed: that much the partition is complete to by the broker's clock. */
export function moveLedger(batch: LandingBatch, generation: number): Statement {
  const newest = batch.events.reduce((latest, event) => Math.max(latest, event.timestamp), -1)
  return {
    name: 'move_ledger',
    text: `UPDATE ledger SET next_offset = $5, end_offset = greatest($5, $6::bigint),
        complete_to = greatest(complete_to, $7::timestamptz) WHERE ${THIS_ROW}`,
    values: [...keyOf(batch, generation), batch.next, batch.end, timestamp(newest)],
  }
}

/** Nothing more was there at that time, if we have landed as far. */
export function noteCaughtUp(
  partition: PartitionId & { readonly end: number },
  { generation, at }: { generation: number; at: number },
): Statement {
  return {
    name: 'caught_up',
    text: `UPDATE ledger SET end_offset = greatest(end_offset, $5::bigint),
        complete_to = greatest(complete_to, $6::timestamptz) WHERE ${THIS_ROW} AND next_offset >= $5`,
    values: [...keyOf(partition, generation), partition.end, timestamp(at)],
  }
}

const timestamp = (ms: number) => (ms < 0 ? '-infinity' : new Date(ms).toISOString())
