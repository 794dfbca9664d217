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

async function once(way: Way, group: string): Promise<{ seconds: number; cpuSeconds: number }> {
  const done = Promise.withResolvers<void>()
  let [landed, firstAt] = [0, 0]
  let cpu = process.cpuUsage()
  const stop = await way(group, (events) => {
    // From the first batch on: joining a group takes seconds of waiting, on both sides.
    if (landed === 0) [firstAt, cpu] = [performance.now(), process.cpuUsage()]
    landed += events
    if (landed >= EVENTS) done.resolve()
  })
  await done.promise
  const seconds = (performance.now() - firstAt) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await stop()
  return { seconds, cpuSeconds: (user + system) / 1e6 }
}

async function rowsLanded(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`)
  if (rows[0].n !== EVENTS / 2) throw new Error(`${table} has ${rows[0].n} rows`)
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!
const rounded = (value: number) => Math.round(value * 100) / 100

async function main(): Promise<void> {
  await administer(`CREATE DATABASE ${NAME}`)
  await migrate(inDatabase('POSTGRES_URL'))
  const owner = new pg.Client({ connectionString: inDatabase('POSTGRES_URL') })
  const landing = new pg.Client({ connectionString: inDatabase('POSTGRES_LANDING_URL') })
  await Promise.all([owner.connect(), landing.connect()])
  await owner.query(BARE_TABLE)
  await fill()
  const runs = new Map<string, { seconds: number; cpuSeconds: number }[]>()
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, way] of Object.entries(WAYS)) {
      await owner.query('TRUNCATE score, bare_score, ledger')
      const result = await once(way, `${name.replace(' ', '-')}-${round}`)
      await (name === 'ours' ? rowsLanded(landing, 'score') : rowsLanded(owner, 'bare_score'))
      process.stderr.write(`${name}: ${Math.round(EVENTS / result.seconds)} events/s\n`)
      // The first round warms both sides up.
      if (round > 0) runs.set(name, [...(runs.get(name) ?? []), result])
    }
  }
  await Promise.all([owner.end(), landing.end()])
  print(runs)
}

function print(runs: ReadonlyMap<string, { seconds: number; cpuSeconds: number }[]>): void {
  const bare = runs.get('bare loop')!
  const results = [...runs].map(([name, all]) => {
    const perSecond = all.map(({ seconds }) => Math.round(EVENTS / seconds))
    return {
      name,
      eventsPerSecond: median(perSecond),
      spread: [Math.min(...perSecond), Math.max(...perSecond)],
      // Round by round, for what else the machine did is the same within one.
      timesBare: rounded(median(all.map(({ seconds }, at) => bare[at]!.seconds / seconds))),
      clientCpuSecondsPerMillion: rounded(
        median(all.map(({ cpuSeconds }) => (cpuSeconds * 1e6) / EVENTS)),
      ),
    }
  })
  const head = { bench: 'landing-scores', events: EVENTS, repeats: EVENTS / 2, rounds: ROUNDS }
  process.stdout.write(`${JSON.stringify({ ...head, results }, null, 2)}\n`)
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
