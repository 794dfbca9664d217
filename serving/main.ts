// Serving: `node serving/main.ts`. Reads settings, wires the adapters to the app, listens, and drains at SIGTERM.
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { openLog } from '../adapters/kafka/open-log.ts'
import { milvusVectorIndex } from '../adapters/milvus/milvus-vector-index.ts'
import { ask, type Milvus, openMilvus } from '../adapters/milvus/open-milvus.ts'
import { readEmbedderSettings } from '../adapters/models/embedder-settings.ts'
import { openEmbedder } from '../adapters/models/open-embedder.ts'
import { openPool } from '../adapters/postgres/pool.ts'
import { postgresApiKeys } from '../adapters/postgres/postgres-api-keys.ts'
import { postgresApplicationReader } from '../adapters/postgres/postgres-application-reader.ts'
import { postgresCandidateSearch } from '../adapters/postgres/postgres-candidate-search.ts'
import { postgresGenerations } from '../adapters/postgres/postgres-generations.ts'
import { postgresJobReader } from '../adapters/postgres/postgres-job-reader.ts'
import { postgresKeyStore } from '../adapters/postgres/postgres-key-store.ts'
import { postgresRankingReader } from '../adapters/postgres/postgres-ranking-reader.ts'
import { postgresWatermarks } from '../adapters/postgres/postgres-watermarks.ts'
import { inTransaction } from '../adapters/postgres/transaction.ts'
import { openLogger, safeError } from '../adapters/telemetry/logger.ts'
import { openMetrics, servingMetrics } from '../adapters/telemetry/metrics.ts'
import { Fault } from '../core/fault.ts'
import type { Embedder } from '../core/ports/embedder.ts'
import type { EventLog } from '../core/ports/event-log.ts'
import type { VectorIndex } from '../core/ports/vector-index.ts'
import { guard } from '../core/resilience/guard.ts'
import { buildServing } from './app.ts'
import { readServingConfig } from './config.ts'
import { type Late, late, latePublisher } from './late.ts'
import type { Lifecycle, Probe } from './routes/health.ts'

const STATEMENT_TIMEOUT_MS = 5000
const DRAIN_MS = 15_000
const INBOX_SCHEMA = join(import.meta.dirname, '../schemas/avro/inbox.avsc')

const settings = orExplain(() => readServingConfig(process.env))
const regionKey = orExplain(() => keyOf(settings.REGION_KEY))
const logger = openLogger({ service: 'serving', level: settings.LOG_LEVEL })
const lifecycle: Lifecycle = { phase: 'starting' }
const stopping = Promise.withResolvers<string>()
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => stopping.resolve(signal))
// Started by another process of ours: without it nobody would ever stop this one.
process.once('disconnect', () => stopping.resolve('disconnect'))

const pool = openPool({
  url: settings.POSTGRES_APP_URL,
  max: settings.POSTGRES_POOL,
  applicationName: 'hirestream-serving',
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
})
const log = late(openEvents)
// Without a model, candidates are found by words alone.
const { EMBEDDING_URL, EMBEDDING_MODEL_DIR } = process.env
const model = EMBEDDING_URL || EMBEDDING_MODEL_DIR ? late(openModel) : null
const milvus = settings.MILVUS_URL ? openVectors(settings.MILVUS_URL) : null
const app = await buildServing({
  inboxSchema: JSON.parse(readFileSync(INBOX_SCHEMA, 'utf8')),
  events: latePublisher(log),
  embedder: model && lateEmbedder(model),
  vectorsOf: milvus && model && indexesOf(milvus, model),
  ...readers(),
  cursorKey: createHmac('sha256', regionKey).update('cursor').digest(),
  meaning: guard({ code: 'vector_index.unavailable', clock: Date.now, random: Math.random }),
  clock: Date.now,
  probes: probes(),
  lifecycle,
  logger,
  metrics: servingMetrics(openMetrics('serving')),
  newRequestId: randomUUID,
})

const url = await listen()
// The model opens at the first search: until then its quarter of a gigabyte is nobody's.
log.get().catch((error) => told('opens later', error))
lifecycle.phase = 'serving'
process.stdout.write(`serving is ready on ${url}\n`)
process.send?.({ ready: true, url })

const reason = await stopping.promise
logger.info({ reason }, 'stopping')
lifecycle.phase = 'draining'
// Whoever hangs is left behind: a stop that never ends would be killed without any of this.
const hurry = setTimeout(() => process.exit(1), DRAIN_MS)
await app.close()
await Promise.allSettled([
  log.current()?.close(),
  model?.current()?.[Symbol.asyncDispose]?.(),
  milvus?.closeConnection(),
  pool.end(),
])
clearTimeout(hurry)
process.exit(0)

/** A setting that is wrong is said in one line, not in a stack. */
function orExplain<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(64)
  }
}

function keyOf(text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length === 32) return key
  const fix = 'make one with `openssl rand -base64 32`'
  throw new Fault('setup.incomplete', `REGION_KEY is ${key.length} bytes, 32 are needed: ${fix}`)
}

async function listen(): Promise<string> {
  const { HTTP_HOST: host, HTTP_PORT: port } = settings
  try {
    return await app.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    process.stderr.write(`port ${port} of ${host} is taken: HTTP_PORT names another\n`)
    process.exit(69)
  }
}

async function openEvents(): Promise<EventLog> {
  const { log } = await openLog(
    { ...settings, brokers: brokers(), KAFKA_SESSION_TIMEOUT_MS: 30_000 },
    { name: 'serving', clock: Date.now, log: (level, text) => logger[level](text) },
  )
  return log
}

function openModel() {
  return openEmbedder(readEmbedderSettings(process.env))
}

/** The model loads at the first search. */
function lateEmbedder(opened: Late<Embedder>): Embedder {
  return {
    model: 'late',
    dimension: 0,
    embed: async (texts, signal) => (await opened.get()).embed(texts, signal),
  }
}

function openVectors(address: string): Milvus {
  const { MILVUS_TOKEN: token } = settings
  return openMilvus({ url: address, ...(token && { token }) })
}

/** One index a generation; its dimension is the model's, which has embedded the query by then. */
function indexesOf(client: Milvus, opened: Late<Embedder>): (generation: number) => VectorIndex {
  const indexes = new Map<number, VectorIndex>()
  return (generation) => {
    const dimension = opened.current()?.dimension ?? 0
    const known = indexes.get(generation)
    if (known) return known
    const { MILVUS_SHARDS: shards, MILVUS_PREFIX: prefix } = settings
    const made = milvusVectorIndex(client, { generation, shards, prefix, dimension })
    indexes.set(generation, made)
    return made
  }
}

/** Everything that is read from Postgres, as the role that sees one tenant at a time. */
function readers() {
  return {
    apiKeys: postgresApiKeys(pool),
    rankings: postgresRankingReader(pool),
    jobs: postgresJobReader(pool),
    applications: postgresApplicationReader(pool),
    search: postgresCandidateSearch(pool),
    keys: postgresKeyStore({ pool, regionKey, clock: Date.now, random: randomBytes }),
    generations: postgresGenerations(pool),
    watermarks: postgresWatermarks(pool),
  }
}

function probes(): readonly Probe[] {
  const postgres: Probe = {
    name: 'postgres',
    required: true,
    check: () => inTransaction(pool, [{ name: 'ping', text: 'SELECT 1' }]),
  }
  const kafka: Probe = { name: 'kafka', required: false, check: () => reach(brokers()) }
  if (!milvus) return [postgres, kafka]
  const collection = { collection_name: 'hirestream_probe' }
  const check = (signal: AbortSignal) => ask('probe', milvus.hasCollection(collection), signal)
  return [postgres, kafka, { name: 'milvus', required: false, check }]
}

/** Does any broker take a connection? Reading goes on without; `POST /v1/events` does not. */
async function reach(addresses: readonly string[]): Promise<void> {
  const tries = addresses.map(async (address) => {
    const [host = '', port] = address.split(':')
    const socket = connect({ host, port: Number(port), timeout: 1000 })
    try {
      await Promise.race([once(socket, 'connect'), once(socket, 'timeout').then(tooLate)])
    } finally {
      socket.destroy()
    }
  })
  await Promise.any(tries)
}

function tooLate(): never {
  throw new Fault('event_log.unavailable', 'no answer')
}

function brokers(): readonly string[] {
  return settings.KAFKA_BROKERS.split(',').map((broker) => broker.trim())
}

function told(what: string, error: unknown): void {
  logger.warn({ error: safeError(error) }, what)
}
