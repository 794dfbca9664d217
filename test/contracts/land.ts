import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { aBatch, NOON_MS } from '../builders/landing-events.ts'
import type { TestDatabase } from './a-postgres.ts'

/** Lands events of one topic as one batch, after whatever landed before. */
export type Land = <T extends Topic>(topic: T, ...events: readonly Events[T][]) => Promise<void>

export function landingInto({ landing: pool }: TestDatabase, { partition = 0 } = {}): Land {
  const sink = postgresSink({ pool, generation: 1, rows: postgresRows, clock: () => NOON_MS })
  return async (topic, ...events) => {
    const signal = AbortSignal.timeout(60_000)
    const [claim] = await sink.claim([{ topic, partition }], signal)
    const place = { from: claim!.next!, epoch: claim!.epoch, partition }
    await sink.write(aBatch(topic, events, place), signal)
  }
}
