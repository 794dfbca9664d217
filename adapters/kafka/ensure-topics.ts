import { Kafka } from 'kafkajs'
import { TOPICS, type Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'

export interface TopicSettings {
  readonly brokers: readonly string[]
  readonly prefix: string
  readonly partitions: number
  readonly replicationFactor: number
}

/** Makes the topics that are missing; those that exist are left as they are. */
export async function ensureTopics(settings: TopicSettings): Promise<void> {
  const { brokers, prefix, partitions, replicationFactor } = settings
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'hirestream-topics', logLevel: 0 })
  const admin = kafka.admin()
  try {
    await admin.connect()
    const there = new Set(await admin.listTopics())
    const topics = (Object.keys(TOPICS) as Topic[])
      .filter((topic) => !there.has(`${prefix}${topic}`))
      .map((topic) => ({
        topic: `${prefix}${topic}`,
        numPartitions: partitions,
        replicationFactor,
        configEntries: configOf(topic),
      }))
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true })
  } catch (cause) {
    throw new Fault('event_log.unavailable', 'topics could not be made', { cause })
  } finally {
    await admin.disconnect()
  }
}

function configOf(topic: Topic): { name: string; value: string }[] {
  const kept = TOPICS[topic]
  return 'compacted' in kept
    ? [{ name: 'cleanup.policy', value: 'compact' }]
    : [{ name: 'retention.ms', value: String(kept.retentionMs) }]
}
