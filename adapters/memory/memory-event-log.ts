import { ATTEMPT_HEADER } from '../../core/events/headers.ts'
import type { Publication, Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import type { Consumption, EventLog, LogRecord, Subscription } from '../../core/ports/event-log.ts'
import { MemoryConsumption } from './memory-consumption.ts'

export interface MemoryLogOptions {
  readonly codec: EventCodec
  readonly clock: () => number
  readonly partitions?: number
}

/**
 * The log in memory: partitions, groups with committed offsets, one member a group. For tests and dry runs;
 * it passes the same contract suite as Kafka.
 */
export class MemoryEventLog implements EventLog {
  readonly #codec: EventCodec
  readonly #clock: () => number
  readonly #partitions: number
  readonly #records = new Map<Topic, LogRecord[][]>()
  readonly #committed = new Map<string, number>()
  readonly #consumptions = new Set<MemoryConsumption>()
  #waiting = Promise.withResolvers<void>()

  constructor({ codec, clock, partitions = 2 }: MemoryLogOptions) {
    this.#codec = codec
    this.#clock = clock
    this.#partitions = partitions
  }

  async publish(publications: readonly Publication[]): Promise<void> {
    for (const { topic, key, value, attempt } of publications) {
      const headers = attempt ? { [ATTEMPT_HEADER]: String(attempt) } : {}
      const bytes = this.#codec.encode(topic, value as never)
      this.append(topic, { key: Buffer.from(key), value: bytes, headers })
    }
  }

  /** Bytes as they are: what another producer may have written. */
  append(
    topic: Topic,
    raw: { key: Buffer | null; value: Buffer | null; headers?: Readonly<Record<string, string>> },
  ): void {
    const partition = partitionOf(raw.key, this.#partitions)
    const records = this.records(topic)[partition]!
    const { key, value, headers = {} } = raw
    const timestamp = this.#clock()
    records.push({ topic, partition, offset: records.length, timestamp, key, value, headers })
    this.#waiting.resolve()
    this.#waiting = Promise.withResolvers()
  }

  records(topic: Topic): LogRecord[][] {
    const before = this.#records.get(topic)
    if (before) return before
    const made = Array.from({ length: this.#partitions }, (): LogRecord[] => [])
    this.#records.set(topic, made)
    return made
  }

  /** All of a topic's events, decoded. */
  events<T extends Topic>(topic: T) {
    return this.records(topic)
      .flat()
      .map(({ value }) => this.#codec.decode(topic, value!))
  }

  async consume(subscription: Subscription): Promise<Consumption> {
    const consumption = new MemoryConsumption(subscription, {
      topics: (topic) => this.records(topic),
      committed: this.#committed,
      arrival: () => this.#waiting.promise,
    })
    this.#consumptions.add(consumption)
    await consumption.start()
    return consumption
  }

  async ends(topic: Topic): Promise<ReadonlyMap<number, number>> {
    return new Map(this.records(topic).map((records, partition) => [partition, records.length]))
  }

  async committed(group: string, topic: Topic): Promise<ReadonlyMap<number, number>> {
    return this.committedNow(group, topic)
  }

  committedNow(group: string, topic: Topic): ReadonlyMap<number, number> {
    const all = this.records(topic).map((_, partition) => {
      return [partition, this.#committed.get(`${group} ${topic}/${partition}`) ?? 0] as const
    })
    return new Map(all)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#consumptions].map((consumption) => consumption.stop()))
  }
}

function partitionOf(key: Buffer | null, partitions: number): number {
  if (key === null) return 0
  if (partitions < 1) throw new Fault('event_log.unavailable', 'no partitions')
  let hash = 0
  for (const byte of key) hash = (hash * 31 + byte) >>> 0
  return hash % partitions
}
