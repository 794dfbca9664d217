import { Readable } from 'node:stream'
import type { ClickHouseClient } from '@clickhouse/client'
import type { ApplicationEvent } from '../../core/events/events.generated.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type { LandedEvent, LandingBatch, Sink } from '../../core/ports/sink.ts'
import { type Noting, noteProgress } from '../../core/processing/note-progress.ts'
import { clickhouseFault } from './clickhouse-fault.ts'
import { type Insert, insertsOf } from './inserts.ts'
import { prepareFacts } from './prepare-facts.ts'

export interface ClickHouseSinkParts {
  readonly client: Pick<ClickHouseClient, 'exec' | 'command'>
  /** The generation that is written */
  readonly generation: number
  /** The generation whose events land in it: another one only when results are restored rather than computed again */
  readonly reads?: number
  /** The schema text behind a raw event (EventCodec) */
  readonly schemaText: (raw: Uint8Array) => string | null
  /** From processors/landing/clickhouse */
  readonly applicationRow: (event: ApplicationEvent) => object
  /** Told apart from an earlier landing of the same range into the same tables, after rows were deleted from them */
  readonly attempt?: number
  readonly noting?: Noting
}

/**
 * Lands facts: one row an event, undecoded where its schema allows.
 * Claiming makes the generation's tables, so that a landing may start while the server is away.
 * A repeat of a batch is one insert to the server, by its token; any other repeat is one row, by key and place.
 */
export function clickhouseSink(parts: ClickHouseSinkParts): Sink {
  const { client, generation, noting } = parts
  const own = { store: 'clickhouse', generation } as const
  const made = insertsOf(parts)

  const send = async ({ query, body }: Insert, token: string, signal: AbortSignal) => {
    try {
      const { stream } = await client.exec({
        query,
        values: Readable.from([body]),
        clickhouse_settings: { insert_deduplicate: 1, insert_deduplication_token: token },
        abort_signal: signal,
      })
      // The socket is free again, and the answer known to be whole, when its last byte was read.
      for await (const _ of stream);
    } catch (cause) {
      signal.throwIfAborted()
      throw clickhouseFault(query.slice(0, 60), cause)
    }
  }

  const land = async (events: readonly LandedEvent[], token: string, signal: AbortSignal) => {
    for (const insert of made(events)) await send(insert, `${token}:${insert.writer}`, signal)
  }

  /** All that the server takes lands; of what it refuses, the first is named. */
  const landOrName = async (events: readonly LandedEvent[], token: string, signal: AbortSignal) => {
    try {
      await land(events, token, signal)
    } catch (error) {
      const refused = error instanceof Fault && error.code === 'facts.refused'
      if (!refused || isRetriable(error)) throw error
      const [first, ...rest] = events
      if (!first) throw error
      if (rest.length === 0) throw named(first, error)
      const half = Math.ceil(events.length / 2)
      const [early, late] = [events.slice(0, half), events.slice(half)]
      await landOrName(early, `${token}:${first.offset}+${early.length}`, signal)
      await landOrName(late, `${token}:${late[0]?.offset}+${late.length}`, signal)
    }
  }

  return {
    store: 'clickhouse',
    topics: ['applications', 'profiles', 'scores', 'jobs'],
    async claim(partitions, signal) {
      await prepareFacts(client, generation, signal)
      return partitions.map(({ topic, partition }) => ({ topic, partition, next: null, epoch: 0 }))
    },
    async write(batch, signal) {
      if (batch.events.length > 0) await landOrName(batch.events, tokenOf(batch, parts), signal)
      const { topic, partition, next, end, events } = batch
      await noteProgress(noting, { ...own, topic, partition, next, end, events }, signal)
    },
    async caughtUp({ topic, partition, end }, signal) {
      await noteProgress(noting, { ...own, topic, partition, next: end, end }, signal)
    },
  }
}

/**
 * The same for the same events on their way to the same tables, and for nothing else. Their number is in it: a range
 * that is landed again with one more event (released, or readable by now) is another insert.
 */
function tokenOf(batch: LandingBatch, { generation, attempt = 0 }: ClickHouseSinkParts): string {
  const { topic, partition, from, next, events } = batch
  return [topic, partition, `${from}-${next}`, generation, attempt, events.length].join(':')
}

const named = ({ offset }: LandedEvent, cause: Fault) =>
  new Fault(cause.code, `offset ${offset}: ${cause.message}`, { cause })
