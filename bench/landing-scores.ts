// Scores from Kafka into Postgres, half of them repeats: our landing (row-level security, ledger, fencing, parking)
// beside a bare loop without any guarantee, into tables of the same columns and indexes on the same server.
// Usage: node bench/landing-scores.ts [events] [rounds], with KAFKA_BROKERS, POSTGRES_URL and POSTGRES_LANDING_URL.
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { openKafkaEventLog } from '../adapters/kafka/kafka-event-log.ts'
import { openLocalCodec } from '../adapters/kafka/own-schemas.ts'
import { migrate } from '../adapters/postgres/migrate.ts'
import { openPool } from '../adapters/postgres/pool.ts'
import { postgresSink } from '../adapters/postgres/postgres-sink.ts'
import type { ApplicationScored } from '../core/events/events.generated.ts'
import { uuid5 } from '../core/ids.ts'
import type { Sink } from '../core/ports/sink.ts'
import { runLanding } from '../pipelines/runtime/run-step.ts'
import { TOPOLOGY } from '../pipelines/topology.ts'
import { postgresRows } from '../processors/landing/postgres/postgres-rows.ts'
import { scoreEvent } from './facts/score-event.ts'
import { stopwatch } from './harness/stopwatch.ts'
import { interleaved, report } from './harness.ts'
import { BARE_TABLE, runBareLoop } from './landing/bare-loop.ts'

const [EVENTS = 1_000_000, ROUNDS = 5] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const PARTITIONS = 4
/** A repeat comes this many events after its first, as after a restart from the last commit. */
const APART = 2500
const NAME = `bench_${process.pid}`
const PREFIX = `bench.${process.pid}.`

const brokers = (process.env.KAFKA_BROKERS ?? '').split(',')
const inDatabase = (setting: string) => {
  const url = new URL(process.env[setting] ?? '')
  url.pathname = `/${NAME}`
  return url.href
}
const step = TOPOLOGY.find((one) => one.name === 'landing-postgres')!
const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
const codec = await openLocalCodec()
const log = await openKafkaEventLog(
  {
    brokers,
    clientId: 'bench',
    prefix: PREFIX,
    maxMessageBytes: 900_000,
    sessionTimeoutMs: 30_000,
    clock: Date.now,
    log: () => {},
  },
  codec,
  'bench',
)

type Landed = (events: number) => void
/** Starts; resolves to what ends it. */
type Way = (group: string, landed: Landed) => Promise<() => Promise<void>>

const WAYS: Record<string, Way> = {
  'bare loop': (group, landed) =>
    runBareLoop({
      brokers,
      topic: `${PREFIX}scores`,
      group,
      url: inDatabase('POSTGRES_URL'),
      landed,
    }),

  ours: async (group, landed) => {
    const pool = openPool({
      url: inDatabase('POSTGRES_LANDING_URL'),
      max: step.concurrency + 1,
      applicationName: 'bench',
    })
    const sink = postgresSink({ pool, generation: 1, rows: postgresRows, clock: Date.now })
    const surroundings = {
      codec,
      publisher: log,
      meter: { count() {}, set() {}, observe() {} },
      clock: Date.now,
      sleep: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }),
      random: Math.random,
      parkingKey: new Uint8Array(32),
      maxRecordBytes: 900_000,
      log: () => {},
    }
    const scoresOnly = { ...step, name: group, reads: ['scores'] as const }
    const running = await runLanding(scoresOnly, counting(sink, landed), {
      log,
      surroundings,
      parkedShare: 0.2,
    })
    return async () => {
      await running.consumption.stop()
      await pool.end()
    }
  },
}

const counting = (sink: Sink, landed: Landed): Sink => ({
  ...sink,
  async write(batch, signal) {
    await sink.write(batch, signal)
    landed(batch.events.length)
  },
})

async function fill(): Promise<void> {
  const topics = kafka.admin()
  await topics.connect()
  await topics.createTopics({
    topics: [{ topic: `${PREFIX}scores`, numPartitions: PARTITIONS }],
    waitForLeaders: true,
  })
  await topics.disconnect()
  for (let first = 0; first < EVENTS / 2; first += APART) {
    const scores = Array.from({ length: APART }, (_, n) => aRandomlyKeyedScore(first + n))
    const publications = scores.map((value) => {
      return { topic: 'scores' as const, key: value.applicationId, value }
    })
    for (const _ of ['first', 'repeat']) await log.publish(publications)
  }
}

/** Ids as in life: rows that arrive together lie far apart in every index. */
function aRandomlyKeyedScore(n: number): ApplicationScored {
  const id = (kind: string) => uuid5('00000000-0000-0000-0000-000000000000', `${kind}${n}`)
  const ids = { applicationId: id('a'), candidateId: id('c'), eventId: id('e'), profileId: id('p') }
  return { ...scoreEvent(n), ...ids }
}

async function once(way: Way, group: string) {
  const done = Promise.withResolvers<void>()
  const watch = stopwatch(EVENTS)
  let landed = 0
  const stop = await way(group, (events) => {
    // From the first batch on: joining a group takes seconds of waiting, on both sides.
    watch.start()
    landed += events
    if (landed >= EVENTS) done.resolve()
  })
  await done.promise
  const measured = watch.stop()
  await stop()
  return measured
}

async function rowsLanded(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`)
  if (rows[0].n !== EVENTS / 2) throw new Error(`${table} has ${rows[0].n} rows`)
}

async function main(): Promise<void> {
  await administer(`CREATE DATABASE ${NAME}`)
  await migrate(inDatabase('POSTGRES_URL'))
  const owner = new pg.Client({ connectionString: inDatabase('POSTGRES_URL') })
  const landing = new pg.Client({ connectionString: inDatabase('POSTGRES_LANDING_URL') })
  await Promise.all([owner.connect(), landing.connect()])
  await owner.query(BARE_TABLE)
  await fill()
  let nth = 0
  const ways = Object.entries(WAYS).map(([name, way]) => ({
    name,
    async round() {
      await owner.query('TRUNCATE score, bare_score, ledger')
      const result = await once(way, `${name.replace(' ', '-')}-${++nth}`)
      await (name === 'ours' ? rowsLanded(landing, 'score') : rowsLanded(owner, 'bare_score'))
      return result
    },
  }))
  const measured = await interleaved(ways, ROUNDS, { name: 'bare loop', figure: 'seconds' })
  await Promise.all([owner.end(), landing.end()])
  report({ bench: 'landing-scores', events: EVENTS, repeats: EVENTS / 2, rounds: ROUNDS, measured })
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL ?? '' })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function clear(): Promise<void> {
  await log.close()
  const topics = kafka.admin()
  await topics.connect()
  await topics.deleteTopics({ topics: [`${PREFIX}scores`] }).finally(() => topics.disconnect())
  await administer(`DROP DATABASE IF EXISTS ${NAME}`)
}

await main().finally(clear)
