// Serving: `node serving/main.ts`. Reads settings, wires the adapters to the app, listens, and drains at SIGTERM.
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { confluentRegistry } from '../adapters/kafka/confluent-registry.ts'
import { openKafkaEventLog } from '../adapters/kafka/kafka-event-log.ts'
import { openCodec } from '../adapters/kafka/own-schemas.ts'
import { SchemaIds } from '../adapters/kafka/schema-ids.ts'
import { milvusVectorIndex } from '../adapters/milvus/milvus-vector-index.ts'
import { ask, type Milvus, openMilvus } from '../adapters/milvus/open-milvus.ts'
import { openOnnxEmbedder } from '../adapters/models/onnx-embedder.ts'
import { openPool } from '../adapters/postgres/pool.ts'
import { inTransaction } from '../adapters/postgres/transaction.ts'
import { openLogger, safeError } from '../adapters/telemetry/logger.ts'
import { openMetrics, servingMetrics } from '../adapters/telemetry/metrics.ts'
import { Fault } from '../core/fault.ts'
import type { Embedder } from '../core/ports/embedder.ts'
import type { EventLog } from '../core/ports/event-log.ts'
import type { VectorIndex } from '../core/ports/vector-index.ts'
import { buildServing } from './app.ts'
import { readServingConfig } from './config.ts'
import { type Late, late, latePublisher } from './late.ts'
import type { Lifecycle, Probe } from './routes/health.ts'

const STATEMENT_TIMEOUT_MS = 5000
const OPEN_TIMEOUT_MS = 20_000
// Below Kafka's usual message.max.bytes of 1 MiB, with room for headers.
const MAX_MESSAGE_BYTES = 950_000
const DRAIN_MS = 15_000
const INBOX_SCHEMA = join(import.meta.dirname, '../schemas/avro/inbox.avsc')

const settings = readServingConfig(process.env)
const regionKey = keyOf(settings.REGION_KEY)
const logger = openLogger({ service: 'serving', level: settings.LOG_LEVEL })
const lifecycle: Lifecycle = { phase: 'starting' }
const stopping = Promise.withResolvers<string>()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.resolve(signal))
// Started by another process of ours: without it nobody would ever stop this one.
process.once('disconnect', () => stopping.resolve('disconnect'))

const pool = openPool({
  url: settings.POSTGRES_APP_URL,
  max: settings.POSTGRES_POOL,
  applicationName: 'hirestream-serving',
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
})
const log = late(openLog)
const model = settings.EMBEDDING_MODEL_DIR ? late(openModel) : null
const milvus = settings.MILVUS_URL ? openVectors(settings.MILVUS_URL) : null
const app = await buildServing({
  inboxSchema: JSON.parse(readFileSync(INBOX_SCHEMA, 'utf8')),
  events: latePublisher(log),
  embedder: model && lateEmbedder(model),
  vectorsOf: milvus && model && indexesOf(milvus, model),
  READERS
  cursorKey: createHmac('sha256', regionKey).update('cursor').digest(),
  clock: Date.now,
  probes: probes(),
  lifecycle,
  logger,
  metrics: servingMetrics(openMetrics('serving')),
  newRequestId: randomUUID,
})

const url = await listen()
for (const part of [log, model]) part?.get().catch((error) => told('opens later', error))
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
  model?.current()?.[Symbol.asyncDispose](),
  milvus?.closeConnection(),
  pool.end(),
])
clearTimeout(hurry)
process.exit(0)

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

async function openLog(): Promise<EventLog> {
  const prefix = settings.TOPIC_PREFIX
  const registry = confluentRegistry({
    url: settings.SCHEMA_REGISTRY_URL,
    register: settings.SCHEMA_REGISTER,
    timeoutMs: OPEN_TIMEOUT_MS,
  })
  const ids = await SchemaIds.open(registry, join(settings.CACHE_DIR, `${prefix}schemas.json`), Date.now)
  const codec = await openCodec(ids, prefix, AbortSignal.timeout(OPEN_TIMEOUT_MS))
  const kafka = {
    brokers: brokers(),
    clientId: 'hirestream-serving',
    prefix,
    maxMessageBytes: MAX_MESSAGE_BYTES,
    sessionTimeoutMs: 30_000,
    clock: Date.now,
    log: (level: 'warn' | 'error', text: string) => logger[level](text),
  }
  return openKafkaEventLog(kafka, codec, 'hirestream/serving')
}

function openModel() {
  return openOnnxEmbedder({ modelDir: settings.EMBEDDING_MODEL_DIR ?? '', threads: 1 })
}

/** The model loads at the first search, or in the background before it. */
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
    const made = milvusVectorIndex(client, { generation, shards: settings.MILVUS_SHARDS, dimension })
    indexes.set(generation, made)
    return made
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
