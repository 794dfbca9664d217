import { type Admin, Kafka, type KafkaConfig, type Producer } from 'kafkajs'
import type { Publication, Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import type { Consumption, EventLog, Subscription } from '../../core/ports/event-log.ts'
import { KafkaConsumption, type PartitionLimits } from './kafka-consumption.ts'
import { leanKafkajs } from './lean-kafkajs.ts'
import { outgoingOf } from './outgoing.ts'
import { partitionOfKey } from './partition-of.ts'
import { type Outgoing, type PartitionMessages, PartitionSender } from './partition-sender.ts'

export interface KafkaSettings {
  readonly brokers: readonly string[]
  readonly clientId: string
  /** Before every topic and group name: `hirestream.` in production, another a test */
  readonly prefix: string
  /** Below the brokers' message.max.bytes */
  readonly maxMessageBytes: number
  readonly sessionTimeoutMs: number
  readonly clock: () => number
  /** Lines of kafkajs at warning and above; they hold topics, groups and broker errors, never values */
  readonly log: (level: 'warn' | 'error', message: string) => void
}

const SEND_TIMEOUT_MS = 10_000
const MAX_WAIT_MS = 100
const METADATA_MS = 60_000

/** Opens the log. The source names who publishes in `ce_source`. */
export async function openKafkaEventLog(
  settings: KafkaSettings,
  codec: EventCodec,
  source: string,
): Promise<EventLog> {
  leanKafkajs()
  const kafka = new Kafka(clientConfig(settings))
  const admin = kafka.admin()
  // Idempotent stays off: that producer loses acknowledged records (spec/engines.md §1). Repeats have one event id.
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    idempotent: false,
    // Decided before a record waits for its turn: one send in flight a partition.
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition!,
  })
  try {
    await Promise.all([admin.connect(), producer.connect()])
  } catch (cause) {
    throw new Fault('event_log.unavailable', settings.brokers.join(','), { cause })
  }
  return new KafkaEventLog({ kafka, admin, producer, settings, codec, source })
}

class KafkaEventLog implements EventLog {
  readonly #kafka: Kafka
  readonly #admin: Admin
  readonly #producer: Producer
  readonly #settings: KafkaSettings
  readonly #codec: EventCodec
  readonly #source: string
  readonly #sender: PartitionSender
  readonly #partitions = new Map<Topic, { count: number; readAt: number }>()
  readonly #consumptions = new Set<Consumption>()

  constructor(deps: {
    kafka: Kafka
    admin: Admin
    producer: Producer
    settings: KafkaSettings
    codec: EventCodec
    source: string
  }) {
    this.#kafka = deps.kafka
    this.#admin = deps.admin
    this.#producer = deps.producer
    this.#settings = deps.settings
    this.#codec = deps.codec
    this.#source = deps.source
    this.#sender = new PartitionSender((partitions) => this.#send(partitions), {
      maxBytes: deps.settings.maxMessageBytes,
      maxRecords: 5000,
      attempts: 4,
      backoffMs: (attempt) => 100 * 2 ** attempt,
    })
  }

  async publish(publications: readonly Publication[]): Promise<void> {
    if (publications.length === 0) return
    const partitions = new Map<Topic, number>()
    for (const topic of new Set(publications.map((publication) => publication.topic))) {
      partitions.set(topic, await this.#partitionsOf(topic))
    }
    const outgoing = publications.map((one) => this.#outgoing(one, partitions.get(one.topic)!))
    await this.#sender.send(outgoing)
  }

  #outgoing(publication: Publication, partitions: number): Outgoing {
    const key = Buffer.from(publication.key, 'utf8')
    const topic = this.#nameOf(publication.topic)
    const value = this.#codec.encode(publication.topic, publication.value as never)
    if (value.length > this.#settings.maxMessageBytes) {
      const detail = `${publication.topic} ${publication.value.eventId}: ${value.length} bytes`
      throw new Fault('event_log.too_large', detail)
    }
    const partition = partitionOfKey(key, partitions)
    return outgoingOf({ publication, topic, partition, key, value, source: this.#source })
  }

  async #send(partitions: readonly PartitionMessages[]): Promise<void> {
    const topicMessages = partitions.map(({ topic, partition, records }) => ({
      topic,
      messages: records.map(({ key, value, headers }) => ({ key, value, headers, partition })),
    }))
    try {
      await this.#producer.sendBatch({ topicMessages, acks: -1, timeout: SEND_TIMEOUT_MS })
    } catch (cause) {
      const tooLarge = (cause as { type?: string }).type === 'MESSAGE_TOO_LARGE'
      const topics = [...new Set(partitions.map(({ topic }) => topic))].join(',')
      throw new Fault(tooLarge ? 'event_log.too_large' : 'event_log.unavailable', topics, { cause })
    }
  }

  async #partitionsOf(topic: Topic): Promise<number> {
    const now = this.#settings.clock()
    const before = this.#partitions.get(topic)
    if (before && now - before.readAt < METADATA_MS) return before.count
    const name = this.#nameOf(topic)
    try {
      const { topics } = await this.#admin.fetchTopicMetadata({ topics: [name] })
      const count = topics[0]!.partitions.length
      this.#partitions.set(topic, { count, readAt: now })
      return count
    } catch (cause) {
      if (before) return before.count
      throw new Fault('event_log.unavailable', `${name}: no partitions known`, { cause })
    }
  }

  async consume(subscription: Subscription): Promise<Consumption> {
    const { sessionTimeoutMs, prefix } = this.#settings
    const consumer = this.#kafka.consumer({
      groupId: `${prefix}${subscription.group}`,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: Math.max(sessionTimeoutMs, REBALANCE_TIMEOUT_MS),
      heartbeatInterval: Math.floor(sessionTimeoutMs / 10),
      maxWaitTimeInMs: MAX_WAIT_MS,
      minBytes: 1,
      maxBytesPerPartition: subscription.maxBytesPerPartition ?? 1_048_576,
      allowAutoTopicCreation: false,
      // A crash ends the process, which starts anew: an app with a dead consumer must not look healthy.
      retry: { retries: 8, restartOnFailure: async (error) => isCoordinatorStarting(error) },
    })
    const consumption = new KafkaConsumption({
      consumer,
      subscription,
      limits: this.#limits(),
      settings: {
        heartbeatMs: Math.floor(sessionTimeoutMs / 10),
        drainMs: REBALANCE_TIMEOUT_MS / 2,
      },
      names: {
        toTopic: (name) => name.slice(prefix.length) as Topic,
        toName: (topic) => this.#nameOf(topic),
      },
    })
    this.#consumptions.add(consumption)
    try {
      await consumption.start()
    } catch (cause) {
      throw new Fault('event_log.unavailable', subscription.group, { cause })
    }
    return consumption
  }

  async ends(topic: Topic): Promise<ReadonlyMap<number, number>> {
    const limits = await this.#limits().limits(topic)
    return new Map([...limits].map(([partition, { high }]) => [partition, high]))
  }

  committed(group: string, topic: Topic): Promise<ReadonlyMap<number, number>> {
    return this.#limits().committed(group, topic)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#consumptions].map((consumption) => consumption.stop()))
    await this.#sender.drained()
    await Promise.all([this.#producer.disconnect(), this.#admin.disconnect()])
  }

  #nameOf(topic: Topic): string {
    return `${this.#settings.prefix}${topic}`
  }

  #limits(): PartitionLimits {
    return {
      limits: async (topic) => {
        const offsets = await this.#asked(() => this.#admin.fetchTopicOffsets(this.#nameOf(topic)))
        return new Map(offsets.map((one) => [one.partition, { low: +one.low, high: +one.high }]))
      },
      committed: async (group, topic) => {
        const groupId = `${this.#settings.prefix}${group}`
        const topics = [this.#nameOf(topic)]
        const offsets = await this.#asked(() => this.#admin.fetchOffsets({ groupId, topics }))
        const partitions = offsets[0]?.partitions ?? []
        return new Map(
          partitions
            .filter(({ offset }) => +offset >= 0)
            .map((one) => [one.partition, +one.offset]),
        )
      },
    }
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (cause) {
      throw new Fault('event_log.unavailable', 'offsets', { cause })
    }
  }
}

const REBALANCE_TIMEOUT_MS = 60_000

// A broker that has just started: over in moments, but kafkajs gives up at once.
const isCoordinatorStarting = (error: Error) =>
  ['GROUP_LOAD_IN_PROGRESS', 'GROUP_COORDINATOR_NOT_AVAILABLE'].includes(
    (error as { type?: string }).type ?? '',
  )

function clientConfig({ brokers, clientId, log }: KafkaSettings): KafkaConfig {
  return {
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 3000, retries: 8 },
    logLevel: 2,
    logCreator: () => (entry) => {
      const error = (entry.log as { error?: string }).error
      log(
        entry.level === 1 ? 'error' : 'warn',
        `kafka: ${entry.log.message}${error ? `: ${error}` : ''}`,
      )
    },
  }
}
