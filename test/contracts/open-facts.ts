import { clickhouseSink } from '../../adapters/clickhouse/clickhouse-sink.ts'
import { openClickHouse } from '../../adapters/clickhouse/open-clickhouse.ts'
import { prepareFacts } from '../../adapters/clickhouse/prepare-facts.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import { applicationRow } from '../../processors/landing/clickhouse/application-fact.ts'
import { aBatch, schemaOf } from './facts-fixture.ts'

/** A database of the test's own on the real engine. */
export async function openFacts(url: string, database: string) {
  const admin = openClickHouse({ url })
  await admin.command({ query: `CREATE DATABASE ${database}` })
  const client = openClickHouse({ url: `${url}/${database}` })
  const signal = AbortSignal.timeout(120_000)
  let generation = 0

  const ask = async (query: string): Promise<Record<string, unknown>[]> =>
    (await client.query({ query, format: 'JSONEachRow' })).json()

  /** Each call lands into a generation of its own. */
  const opened = async (over = client) => {
    generation += 1
    const own = generation
    await prepareFacts(client, own, signal)
    let topic: Topic = 'scores'
    const sink = (parts = {}) =>
      clickhouseSink({
        client: over,
        generation: own,
        reads: 1,
        // The fixture writes every topic under id 1.
        schemaText: () => schemaOf(topic),
        applicationRow,
        ...parts,
      })
    const write = <T extends Topic>(
      of: T,
      events: readonly Events[T][],
      place = {},
      parts = {},
    ) => {
      topic = of
      return sink(parts).write(aBatch(of, events, place), signal)
    }
    const rows = async (fact: string) =>
      Number((await ask(`SELECT count() AS n FROM ${fact}_fact_g${own}`))[0]?.n)
    return { own, sink, write, rows }
  }

  const close = async () => {
    await admin.command({ query: `DROP DATABASE ${database}` })
    await Promise.all([admin.close(), client.close()])
  }
  return { client, ask, opened, close, signal }
}
