import { setTimeout as sleep } from 'node:timers/promises'
import { type Admin, Kafka, logLevel } from 'kafkajs'
import { openKafkaEventLog } from '../../adapters/kafka/kafka-event-log.ts'
import { openLocalCodec } from '../../adapters/kafka/own-schemas.ts'
import { scoreEvent } from '../facts/score-event.ts'

/** As a new installation has them */
const PARTITIONS = 4
const CHUNK = 2000
const OURS = `bench.${process.pid}.`

const standing = new Set<string>()

export const INPUT = `${OURS}in.`
export const brokers = (process.env.KAFKA_BROKERS ?? '').split(',')
export const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
export const codec = await openLocalCodec()

export const openLog = (prefix: string) =>
  openKafkaEventLog(
    {
      brokers,
      clientId: 'bench',
      prefix,
      maxMessageBytes: 950_000,
      sessionTimeoutMs: 30_000,
      clock: Date.now,
      log: () => {},
    },
    codec,
    'bench',
  )

/** A topic of scores under a prefix of its own; the broker stamps when it was appended. */
export async function openTopic(name: string) {
  const prefix = `${OURS}${name}.`
  const topic = `${prefix}scores`
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: PARTITIONS,
        configEntries: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }],
      },
    ],
    // On a busy machine kafkajs asks once too early, and gives up.
    waitForLeaders: false,
  })
  await hosted(admin, topic)
  standing.add(topic)
  return {
    prefix,
    disconnect: () => admin.disconnect(),
    async close() {
      await admin.deleteTopics({ topics: [topic] })
      standing.delete(topic)
      await admin.disconnect()
    },
  }
}

async function hosted(admin: Admin, topic: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const found = await admin.fetchTopicMetadata({ topics: [topic] }).catch(() => ({ topics: [] }))
    const partitions = found.topics[0]?.partitions ?? []
    if (partitions.length === PARTITIONS && partitions.every(({ leader }) => leader >= 0)) return
    if (tries > 100) throw new Error(`${topic} has no leaders`)
    await sleep(100)
  }
}

/** Scores of 1 KB as the scoring processor publishes them. */
export async function fill(events: number): Promise<void> {
  const topic = await openTopic('in')
  const log = await openLog(INPUT)
  for (let first = 0; first < events; first += CHUNK) {
    const count = Math.min(CHUNK, events - first)
    await log.publish(Array.from({ length: count }, (_, n) => publicationOf(first + n)))
  }
  await log.close()
  await topic.disconnect()
}

export function publicationOf(n: number) {
  const value = scoreEvent(n)
  return { topic: 'scores', key: value.applicationId, value } as const
}

/** Deletes the topics of this run that still stand. */
export async function deleteTopics(): Promise<void> {
  const admin = kafka.admin()
  await admin.connect()
  await admin.deleteTopics({ topics: [...standing] }).finally(() => admin.disconnect())
}
