import type pg from 'pg'
import type { Progress, Watermark, Watermarks } from '../../core/ports/watermarks.ts'
import { inTransaction, type Row } from './transaction.ts'

/** The record is of no generation, and its watermark counts for each: a store is complete to its slowest part. */
const READ = `SELECT store, min(complete_to) AS complete_to, sum(behind)::bigint AS behind
  FROM watermark WHERE generation IN (0, $1) GROUP BY store ORDER BY store`

const NOTE = `INSERT INTO ledger (store, generation, topic, partition, next_offset, end_offset, complete_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (store, generation, topic, partition) DO UPDATE SET
    next_offset = greatest(ledger.next_offset, excluded.next_offset),
    end_offset = greatest(ledger.end_offset, excluded.end_offset),
    complete_to = greatest(ledger.complete_to, excluded.complete_to)`

/** @param pool  of either role to read; of the landing role to note */
export const postgresWatermarks = (pool: pg.Pool): Watermarks => ({
  async read(generation, signal) {
    signal.throwIfAborted()
    const [rows] = await inTransaction(pool, [
      { name: 'watermarks', text: READ, values: [generation] },
    ])
    return (rows ?? []).map(watermarkOf)
  },

  async note(progress, signal) {
    signal.throwIfAborted()
    const own = progress.find(({ store }) => store === 'postgres')
    if (own) throw new Error('postgres keeps its own ledger')
    await inTransaction(pool, [...progress].sort(byPlace).map(noteOf))
  },
})

/** -Infinity: a partition of it has landed nothing yet. */
const watermarkOf = (row: Row): Watermark => ({
  store: row.store as Watermark['store'],
  completeTo: row.complete_to instanceof Date ? row.complete_to.getTime() : null,
  behind: Number(row.behind),
})

const byPlace = (a: Progress, b: Progress) =>
  a.store.localeCompare(b.store) || a.topic.localeCompare(b.topic) || a.partition - b.partition

const noteOf = ({ store, generation, topic, partition, next, end, completeTo }: Progress) => ({
  name: 'note_progress',
  text: NOTE,
  values: [store, generation, topic, partition, next, end, new Date(completeTo)],
})
