import { Kafka, Partitioners } from 'kafkajs'
import type { Topic } from '../../core/events/topics.ts'
import type { World } from '../world/open-world.ts'

export interface RawRecord {
  readonly key: Buffer
  readonly value: Buffer | null
  readonly headers: Readonly<Record<string, string>>
}

/** A world's topics without codec or rules: what anybody with a Kafka client can do to them. */
export async function openRawTopics({ env }: World) {
  const kafka = new Kafka({ brokers: [env.KAFKA_BROKERS!], logLevel: 0 })
  const admin = kafka.admin()
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
  await Promise.all([admin.connect(), producer.connect()])
  const nameOf = (topic: Topic) => `${env.TOPIC_PREFIX}${topic}`
  return {
    /** The first record of each topic, as it stands there */
    async samples(topics: readonly Topic[]): Promise<ReadonlyMap<Topic, RawRecord>> {
      const consumer = kafka.consumer({ groupId: `${env.TOPIC_PREFIX}raw-reader` })
      await consumer.connect()
      await consumer.subscribe({ topics: topics.map(nameOf), fromBeginning: true })
      const found = new Map<Topic, RawRecord>()
      const all = Promise.withResolvers<void>()
      await consumer.run({
        async eachMessage({ topic: name, message: { key, value, headers } }) {
          const topic = name.slice(env.TOPIC_PREFIX!.length) as Topic
          if (!found.has(topic)) found.set(topic, { key: key!, value, headers: textsOf(headers) })
          if (found.size === topics.length) all.resolve()
        },
      })
      await all.promise
      await consumer.disconnect()
      return found
    },
    /** @returns its place: topic/partition/offset */
    async write(topic: Topic, record: RawRecord): Promise<string> {
      const messages = [{ ...record, headers: { ...record.headers }, partition: 0 }]
      const [sent] = await producer.send({ topic: nameOf(topic), messages })
      return `${topic}/0/${sent!.baseOffset}`
    },
    async allow(topic: Topic, bytes: number): Promise<void> {
      const configEntries = [{ name: 'max.message.bytes', value: String(bytes) }]
      const resources = [{ type: TOPIC_RESOURCE, name: nameOf(topic), configEntries }]
      await admin.alterConfigs({ validateOnly: false, resources })
    },
    async count(topic: Topic): Promise<number> {
      const offsets = await admin.fetchTopicOffsets(nameOf(topic))
      return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0)
    },
    close: () => Promise.all([admin.disconnect(), producer.disconnect()]),
  }
}

const TOPIC_RESOURCE = 2

const textsOf = (headers: object | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]))

/** The same value with one bit turned over. */
export function flipped(value: Buffer, at: number, mask = 1): Buffer {
  const other = Buffer.from(value)
  other[at] = other[at]! ^ mask
  return other
}

/**
 * Two values that differ first where one has an empty array: there, a count of fifty million items is put.
 */
export function bombed(empty: Uint8Array, filled: Uint8Array): Buffer {
  const at = empty.findIndex((byte, i) => byte !== filled[i])
  return Buffer.concat([empty.subarray(0, at), Buffer.of(0x80, 0xe1, 0xeb, 0x2f)])
}
