import { join } from 'node:path'
import { confluentRegistry } from './confluent-registry.ts'
import { openKafkaEventLog } from './kafka-event-log.ts'
import { openCodec } from './own-schemas.ts'
import { SchemaIds } from './schema-ids.ts'

const REGISTRY_TIMEOUT_MS = 10_000
const OPEN_TIMEOUT_MS = 30_000
// Below Kafka's usual message.max.bytes of 1 MiB, with room for headers.
const MAX_MESSAGE_BYTES = 950_000

export interface LogSettings {
  readonly brokers: readonly string[]
  readonly TOPIC_PREFIX: string
  readonly KAFKA_SESSION_TIMEOUT_MS: number
  readonly SCHEMA_REGISTRY_URL: string
  readonly SCHEMA_REGISTER: boolean
  readonly CACHE_DIR: string
}

interface LogUser {
  /** Who publishes: `ce_source`, and the Kafka client's id */
  readonly name: string
  readonly clock: () => number
  readonly log: (level: 'warn' | 'error', message: string) => void
}

/**
 * Codec and log, over Kafka and the registry.
 * @throws Fault event_log.unavailable | registry.*
 */
export async function openLog(settings: LogSettings, { name, clock, log }: LogUser) {
  const registry = confluentRegistry({
    url: settings.SCHEMA_REGISTRY_URL,
    register: settings.SCHEMA_REGISTER,
    timeoutMs: REGISTRY_TIMEOUT_MS,
  })
  const prefix = settings.TOPIC_PREFIX
  const file = join(settings.CACHE_DIR, `${prefix}schemas.json`)
  const ids = await SchemaIds.open(registry, file, clock)
  const codec = await openCodec(ids, prefix, AbortSignal.timeout(OPEN_TIMEOUT_MS))
  const kafka = {
    brokers: settings.brokers,
    clientId: `hirestream-${name}`,
    prefix,
    maxMessageBytes: MAX_MESSAGE_BYTES,
    sessionTimeoutMs: settings.KAFKA_SESSION_TIMEOUT_MS,
    clock,
    log,
  }
  return { codec, log: await openKafkaEventLog(kafka, codec, `hirestream/${name}`) }
}
