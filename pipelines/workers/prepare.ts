// One-shot before workers start: schema, topics, subjects, fact tables. Safe to repeat, and at once from several places.
import { openClickHouse } from '../../adapters/clickhouse/open-clickhouse.ts'
import { prepareFacts } from '../../adapters/clickhouse/prepare-facts.ts'
import { ensureTopics } from '../../adapters/kafka/ensure-topics.ts'
import { openLog } from '../../adapters/kafka/open-log.ts'
import { migrate } from '../../adapters/postgres/migrate.ts'
import { openLogger, safeError } from '../../adapters/telemetry/logger.ts'
import { readWorkerSettings, type WorkerSettings } from './settings.ts'

const PATIENCE_MS = 60_000

const settings = readWorkerSettings(process.env)
const logger = openLogger({ service: 'prepare', level: settings.LOG_LEVEL })
const said = {
  name: 'prepare',
  clock: Date.now,
  log: (level: 'warn' | 'error', text: string) => logger[level](text),
}
try {
  await Promise.all([prepareLog(settings), prepareDatabase(settings), prepareClickHouse(settings)])
  logger.info('prepared')
} catch (error) {
  logger.error({ error: safeError(error) }, 'failed')
  process.exitCode = 1
}

async function prepareLog(given: WorkerSettings): Promise<void> {
  await ensureTopics({
    brokers: given.brokers,
    prefix: given.TOPIC_PREFIX,
    partitions: given.TOPIC_PARTITIONS,
    replicationFactor: given.TOPIC_REPLICATION,
  })
  // Opening registers what is missing, where that is allowed.
  const { log } = await openLog(given, said)
  await log.close()
}

async function prepareDatabase({ POSTGRES_URL: url }: WorkerSettings): Promise<void> {
  if (!url) throw new Error('settings: POSTGRES_URL is missing (as owner, to migrate)')
  await migrate(url)
}

async function prepareClickHouse({
  CLICKHOUSE_URL: url,
  GENERATION,
}: WorkerSettings): Promise<void> {
  const client = openClickHouse({ url })
  const signal = AbortSignal.timeout(PATIENCE_MS)
  await prepareFacts(client, GENERATION, signal)
  await client.close()
}
