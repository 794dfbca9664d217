import { Fault } from '../../core/fault.ts'

/** A record ready to send; `partition` is decided. */
export interface Outgoing {
  readonly topic: string
  readonly partition: number
  readonly key: Buffer
  readonly value: Buffer
  readonly headers: Readonly<Record<string, string>>
}

export interface PartitionMessages {
  readonly topic: string
  readonly partition: number
  readonly records: readonly Outgoing[]
}

/** One request with records of several partitions. Resolves when all in-sync replicas have them. */
export type Send = (partitions: readonly PartitionMessages[]) => Promise<void>

interface Queued {
  readonly record: Outgoing
  readonly bytes: number
  readonly delivery: Delivery
}

/** What one call of `send` waits for. */
class Delivery {
  readonly promise: Promise<void>
  readonly reject: (cause: unknown) => void
  readonly #resolve: () => void
  #left: number

  constructor(records: number) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.promise = promise
    this.reject = reject
    this.#resolve = resolve
    this.#left = records
  }

  acknowledged(): void {
    if (--this.#left === 0) this.#resolve()
  }
}

export interface SenderLimits {
  /** Of one partition's part of a request: below the broker's message.max.bytes */
  readonly maxBytes: number
  readonly maxRecords: number
  /** Tries of one request before its records fail */
  readonly attempts: number
  readonly backoffMs: (attempt: number) => number
}

/**
 * Sends records with one request in flight a partition, so that order holds through retries without the
 * idempotent producer of kafkajs, which loses acknowledged records when sends overlap (spec/engines.md §1).
 * What arrives meanwhile waits and goes out together: batches grow with load by themselves.
 */
export class PartitionSender {
  readonly #send: Send
  readonly #limits: SenderLimits
  readonly #waiting = new Map<string, Queued[]>()
  readonly #inFlight = new Set<string>()
  readonly #requests = new Set<Promise<void>>()
  #scheduled = false

  constructor(send: Send, limits: SenderLimits) {
    this.#send = send
    this.#limits = limits
  }

  /** Resolves when every record is acknowledged; rejects with the first failure, the others still go on. */
  async send(records: readonly Outgoing[]): Promise<void> {
    if (records.length === 0) return
    const delivery = new Delivery(records.length)
    for (const record of records) this.#enqueue(record, delivery)
    await delivery.promise
  }

  /** Waits until nothing is queued or in flight. */
  async drained(): Promise<void> {
    while (this.#waiting.size > 0 || this.#requests.size > 0) {
      this.#dispatch()
      await Promise.race([...this.#requests])
    }
  }

  #enqueue(record: Outgoing, delivery: Delivery): void {
    const lane = `${record.topic}/${record.partition}`
    const queue = this.#waiting.get(lane) ?? []
    queue.push({ record, bytes: sizeOf(record), delivery })
    this.#waiting.set(lane, queue)
    if (!this.#scheduled) {
      this.#scheduled = true
      // After this turn of the loop: what one chunk publishes leaves together.
      setImmediate(() => this.#dispatch())
    }
  }

  #dispatch(): void {
    this.#scheduled = false
    const lanes = [...this.#waiting.keys()].filter((lane) => !this.#inFlight.has(lane))
    if (lanes.length === 0) return
    const taken = lanes.map((lane) => ({ lane, queued: this.#take(lane) }))
    for (const { lane } of taken) this.#inFlight.add(lane)
    const request = this.#deliver(taken.map(({ queued }) => queued)).finally(() => {
      for (const { lane } of taken) this.#inFlight.delete(lane)
      this.#requests.delete(request)
      this.#dispatch()
    })
    this.#requests.add(request)
  }

  #take(lane: string): Queued[] {
    const queue = this.#waiting.get(lane)!
    let bytes = 0
    let count = 0
    while (count < queue.length && count < this.#limits.maxRecords) {
      bytes += queue[count]!.bytes
      if (count > 0 && bytes > this.#limits.maxBytes) break
      count++
    }
    const taken = queue.splice(0, count)
    if (queue.length === 0) this.#waiting.delete(lane)
    return taken
  }

  async #deliver(queues: readonly Queued[][]): Promise<void> {
    const partitions = queues.map((queue) => ({
      topic: queue[0]!.record.topic,
      partition: queue[0]!.record.partition,
      records: queue.map(({ record }) => record),
    }))
    try {
      await this.#persist(partitions)
      for (const queue of queues) for (const { delivery } of queue) delivery.acknowledged()
    } catch (cause) {
      for (const queue of queues) for (const { delivery } of queue) delivery.reject(cause)
    }
  }

  // The same records again, and nothing else of these partitions before them.
  async #persist(partitions: readonly PartitionMessages[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(partitions)
      } catch (cause) {
        const final = cause instanceof Fault && cause.code === 'event_log.too_large'
        if (final || attempt >= this.#limits.attempts) throw cause
        await new Promise((resolve) => setTimeout(resolve, this.#limits.backoffMs(attempt)))
      }
    }
  }
}

const OVERHEAD_BYTES = 70
const sizeOf = ({ key, value, headers }: Outgoing) => {
  let bytes = OVERHEAD_BYTES + key.length + value.length
  for (const name in headers) bytes += name.length + headers[name]!.length + 8
  return bytes
}
