import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLog } from '../adapters/kafka/open-log.ts'
import { type Environment, readConfig, Type } from '../core/config.ts'
import type { AvroSchema } from '../core/events/avro-json.ts'
import type { InboxEvent } from '../core/events/events.generated.ts'
import { inboxKey } from '../core/events/inbox.ts'

const Settings = Type.Object({
  KAFKA_BROKERS: Type.String({ description: 'host:port, comma-separated' }),
  SCHEMA_REGISTRY_URL: Type.String({ description: 'Confluent-compatible registry' }),
  SCHEMA_REGISTER: Type.Boolean({
    default: false,
    description: 'Register schemas that are missing',
  }),
  TOPIC_PREFIX: Type.String({ default: 'hirestream.', description: 'Before every topic' }),
  CACHE_DIR: Type.String({ default: '.hirestream/cache', description: 'Remembered schema ids' }),
})

const BATCH = 50

/** An integration of our own: writes to the inbox as an applicant-tracking system would. */
export async function openInboxPublisher(env: Environment, say: (line: string) => void) {
  const settings = readConfig(Settings, env)
  const { log } = await openLog(
    {
      ...settings,
      brokers: settings.KAFKA_BROKERS.split(','),
      KAFKA_SESSION_TIMEOUT_MS: 30_000,
    },
    { name: 'cli', clock: Date.now, log: (_level, message) => say(message) },
  )
  return {
    async send(events: readonly InboxEvent[], sent?: (count: number) => void): Promise<void> {
      for (let at = 0; at < events.length; at += BATCH) {
        const batch = events.slice(at, at + BATCH)
        await log.publish(
          batch.map((value) => ({ topic: 'inbox', key: inboxKey(value), value }) as const),
        )
        sent?.(at + batch.length)
      }
    },
    close: () => log.close(),
  }
}

export async function inboxSchema(root: string): Promise<AvroSchema> {
  return JSON.parse(await readFile(join(root, 'schemas/avro/inbox.avsc'), 'utf8'))
}
