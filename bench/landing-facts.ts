// Facts into ClickHouse, the whole path from Kafka: undecoded Avro (ours) beside JSON rows and RowBinary through the
// official client. Every way reads the same topic with the same kafkajs loop into tables of the same shape.
// Usage: node bench/landing-facts.ts [events] [rounds], with KAFKA_BROKERS and CLICKHOUSE_URL.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import avro from 'avsc'
import { type EachBatchPayload, Kafka, logLevel } from 'kafkajs'
import { clickhouseSink } from '../adapters/clickhouse/clickhouse-sink.ts'
import { openClickHouse } from '../adapters/clickhouse/open-clickhouse.ts'
import { dropGeneration, prepareFacts } from '../adapters/clickhouse/prepare-facts.ts'
import type { ApplicationScored } from '../core/events/events.generated.ts'
import { applicationRow } from '../processors/landing/clickhouse/application-fact.ts'
import { scoreEvent } from './facts/score-event.ts'
import { scoreRow } from './facts/score-row.ts'
import { rowBinaryOf } from './facts/score-row-binary.ts'
import { stopwatch } from './harness/stopwatch.ts'
import { interleaved, report } from './harness.ts'

type Write = (batch: EachBatchPayload['batch']) => Promise<void>

const [EVENTS = 200_000, ROUNDS = 5] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const PARTITIONS = 2
const FETCH_BYTES = 16_000_000

const schema = readFileSync(join(import.meta.dirname, '../schemas/avro/scores.avsc'), 'utf8')
const type = avro.Type.forSchema(JSON.parse(schema))
const decode = (value: Buffer): ApplicationScored => type.fromBuffer(value.subarray(5))
const url = process.env.CLICKHOUSE_URL ?? ''
const admin = openClickHouse({ url })
const database = `bench_${process.pid}`
const client = openClickHouse({ url: `${url}/${database}`, timeoutMs: 60_000 })
const brokers = (process.env.KAFKA_BROKERS ?? '').split(',')
const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
const topic = `bench.facts.${process.pid}`
const signal = new AbortController().signal

const WAYS: Record<string, (generation: number) => Write> = {
  ours: (generation) => {
    const sink = clickhouseSink({
      client,
      generation,
      reads: 1,
      schemaText: () => schema,
      applicationRow,
    })
    return ({ partition, messages, highWatermark }) => {
      const events = messages.map(({ offset, timestamp, value }) => ({
        topic: 'scores' as const,
        partition,
        offset: Number(offset),
        timestamp: Number(timestamp),
        raw: value ?? Buffer.alloc(0),
        event: () => decode(value!),
      }))
      const [from, next] = [events[0]!.offset, events.at(-1)!.offset + 1]
      const place = { topic: 'scores', partition, epoch: 0, from, next } as const
      return sink.write({ ...place, end: Number(highWatermark), events }, signal)
    }
  },
  JSONEachRow: (generation) => async (batch) => {
    const values = batch.messages.map((message) =>
      scoreRow(decode(message.value!), { partition: batch.partition, ...message }),
    )
    await client.insert({ table: `score_fact_g${generation}`, values, format: 'JSONEachRow' })
  },
  RowBinary: (generation) => async (batch) => {
    const body = rowBinaryOf(
      batch.messages.map((message) => [
        decode(message.value!),
        { partition: batch.partition, ...message },
      ]),
    )
    const { stream } = await client.exec({
      query: `INSERT INTO score_fact_g${generation} FORMAT RowBinary`,
      values: Readable.from([body]),
    })
    await finished(stream.resume())
  },
}

async function fill(): Promise<number> {
  await admin.command({ query: `CREATE DATABASE ${database}` })
  const topics = kafka.admin()
  await topics.connect()
  await topics.createTopics({
    topics: [{ topic, numPartitions: PARTITIONS }],
    waitForLeaders: true,
  })
  const producer = kafka.producer()
  await producer.connect()
  let bytes = 0
  for (let at = 0; at < EVENTS; at += 1000) {
    const messages = Array.from({ length: Math.min(1000, EVENTS - at) }, (_, n) => {
      const value = Buffer.concat([Buffer.from([0, 0, 0, 0, 1]), type.toBuffer(scoreEvent(at + n))])
      bytes += value.length
      return { value, partition: (at / 1000) % PARTITIONS }
    })
    await producer.send({ topic, messages })
  }
  await Promise.all([producer.disconnect(), topics.disconnect()])
  return bytes / EVENTS
}

/** One way, once, over the whole topic. */
async function land(write: Write, group: string) {
  const consumer = kafka.consumer({
    groupId: group,
    maxBytesPerPartition: FETCH_BYTES,
    maxBytes: FETCH_BYTES * 2,
    minBytes: 1,
  })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const watch = stopwatch(EVENTS)
  let landed = 0
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.GROUP_JOIN, watch.start)
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
    const eachBatch = async ({ batch }: EachBatchPayload) => {
      await write(batch)
      landed += batch.messages.length
      if (landed >= EVENTS) resolve()
    }
    consumer.run({ eachBatch, partitionsConsumedConcurrently: PARTITIONS }).catch(reject)
  })
  const measured = watch.stop()
  await consumer.disconnect()
  return measured
}

async function round(name: string, way: (generation: number) => Write, nth: number) {
  const generation = nth
  await prepareFacts(client, generation, signal)
  const result = await land(way(generation), `${topic}.${nth}`)
  const counted = await client.query({
    query: `SELECT count() AS n, uniq(event_id) AS ids FROM score_fact_g${generation}`,
    format: 'JSONEachRow',
  })
  const [{ n } = { n: 0 }] = await counted.json<{ n: string }>()
  if (Number(n) !== EVENTS) throw new Error(`${name} landed ${n} of ${EVENTS}`)
  await dropGeneration(client, generation, signal)
  return result
}

async function main(): Promise<void> {
  const bytes = await fill()
  let nth = 0
  const ways = Object.entries(WAYS).map(([name, way]) => ({
    name,
    round: () => round(name, way, ++nth),
  }))
  const measured = await interleaved(ways, ROUNDS, { name: 'JSONEachRow', figure: 'seconds' })
  const head = { bench: 'landing-facts', events: EVENTS, bytesPerEvent: Math.round(bytes) }
  report({ ...head, rounds: ROUNDS, measured })
}

async function clear(): Promise<void> {
  const topics = kafka.admin()
  await topics.connect()
  await topics.deleteTopics({ topics: [topic] })
  await admin.command({ query: `DROP DATABASE IF EXISTS ${database}` })
  await Promise.all([topics.disconnect(), client.close(), admin.close()])
}

await main().finally(clear)
