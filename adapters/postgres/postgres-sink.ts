import type pg from 'pg'
import type { Topic } from '../../core/events/topics.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { LandingRow, RowsOf } from '../../core/ports/landing-rows.ts'
import type { Sink } from '../../core/ports/sink.ts'
import { blame } from './landing/blame.ts'
import { claimOf, claims, noteCaughtUp } from './landing/ledger.ts'
import { writeBatch } from './landing/write-batch.ts'
import { inTransaction } from './transaction.ts'

/** What people and their systems said: of no generation. */
export const RECORD_TOPICS: readonly Topic[] = ['jobs', 'candidates', 'applications', 'parked']
/** What processors made of it: of one generation each. */
export const DERIVED_TOPICS: readonly Topic[] = ['profiles', 'scores']

export interface PostgresSinkSettings {
  /** Of the landing role */
  readonly pool: pg.Pool
  /** Derived events of other generations are passed over */
  readonly generation: number
  readonly rows: RowsOf
  readonly clock: Clock
  /** A building generation lands DERIVED_TOPICS only; default: all */
  readonly topics?: readonly Topic[]
}

/** All rows of a batch and the ledger's move in one transaction, fenced by the ledger's epoch. */
export function postgresSink({
  pool,
  generation,
  rows,
  clock,
  ...rest
}: PostgresSinkSettings): Sink {
  const isOurs = (row: LandingRow) => !('generation' in row) || row.generation === generation
  return {
    store: 'postgres',
    topics: rest.topics ?? [...RECORD_TOPICS, ...DERIVED_TOPICS],

    async claim(partitions, signal) {
      signal.throwIfAborted()
      const answers = await inTransaction(pool, claims(partitions, generation))
      return answers.flat().map(claimOf)
    },

    async write(batch, signal) {
      signal.throwIfAborted()
      const landing = batch.events.flatMap(rows).filter(isOurs)
      try {
        await writeBatch(pool, { batch, generation, rows: landing })
      } catch (error) {
        throw await blame(pool, { rows: landing, error })
      }
    },

    async caughtUp(partition, signal) {
      signal.throwIfAborted()
      await inTransaction(pool, [noteCaughtUp(partition, { generation, at: clock() })])
    },
  }
}
