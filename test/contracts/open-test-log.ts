import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { confluentRegistry } from '../../adapters/kafka/confluent-registry.ts'
import { ensureTopics } from '../../adapters/kafka/ensure-topics.ts'
import { type KafkaSettings, openKafkaEventLog } from '../../adapters/kafka/kafka-event-log.ts'
import { openCodec } from '../../adapters/kafka/own-schemas.ts'
import { SchemaIds } from '../../adapters/kafka/schema-ids.ts'

export interface TestLogOptions {
  readonly settings: Readonly<Record<string, string | undefined>>
  readonly partitions?: number
  readonly prefix?: string
}

/** Topics of a test's own on the real Kafka and registry. */
export async function openTestLog({ settings, partitions = 2, prefix }: TestLogOptions) {
  const name = prefix ?? `t${randomUUID().slice(0, 8)}.`
  const brokers = settings.KAFKA_BROKERS!.split(',')
  const url = settings.SCHEMA_REGISTRY_URL!
  const registry = confluentRegistry({ url, register: true, timeoutMs: 10_000 })
  const file = join(tmpdir(), `hirestream-${process.pid}`, `${name}schemas.json`)
  const ids = await SchemaIds.open(registry, file, Date.now)
  const signal = AbortSignal.timeout(60_000)
  const topics = { brokers, prefix: name, partitions, replicationFactor: 1 }
  const [codec] = await Promise.all([openCodec(ids, name, signal), ensureTopics(topics)])
  const kafka: KafkaSettings = {
    brokers,
    clientId: 'test',
    prefix: name,
    maxMessageBytes: 900_000,
    sessionTimeoutMs: 10_000,
    clock: Date.now,
    log: () => {},
  }
  const open = (changes: Partial<KafkaSettings> = {}) =>
    openKafkaEventLog({ ...kafka, ...changes }, codec, 'test')
  return { prefix: name, kafka, codec, open }
}
