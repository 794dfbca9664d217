import type { Topic } from '../../core/events/topics.ts'
import { isRetriable } from '../../core/fault.ts'
import type { Consumption, LogRecord, Subscription } from '../../core/ports/event-log.ts'

interface MemoryLog {
  topics(topic: Topic): LogRecord[][]
  readonly committed: Map<string, number>
  /** Resolves at the next append */
  arrival(): Promise<void>
}

const BATCH = 100
const AGAIN_MS = 5

/** The only member of a group in memory. */
export class MemoryConsumption implements Consumption {
  readonly failed: Promise<never>
  readonly #subscription: Subscription
  readonly #log: MemoryLog
  readonly #fail: (cause: unknown) => void
  readonly #revoked = new AbortController()
  #stopping = false
  #loops: Promise<unknown> = Promise.resolve()

  constructor(subscription: Subscription, log: MemoryLog) {
    this.#subscription = subscription
    this.#log = log
    const { promise, reject } = Promise.withResolvers<never>()
    this.failed = promise
    this.failed.catch(() => {}) // a consumption that nobody watches still may be stopped
    this.#fail = reject
  }

  async start(): Promise<void> {
    const held = this.#subscription.topics.flatMap((topic) =>
      this.#log.topics(topic).map((_, partition) => ({ topic, partition })),
    )
    const starts = (await this.#subscription.onAssigned?.(held, this.#revoked.signal)) ?? []
    this.#loops = Promise.all(
      held.map(({ topic, partition }) => {
        const own = starts.find((start) => start.topic === topic && start.partition === partition)
        return this.#loop(topic, partition, own?.next ?? null).catch((cause) => this.#fail(cause))
      }),
    )
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#loops
    this.#revoked.abort()
  }

  async #loop(topic: Topic, partition: number, start: number | null): Promise<void> {
    const { group, ephemeral } = this.#subscription
    const place = `${group} ${topic}/${partition}`
    let next = start ?? (ephemeral ? 0 : (this.#log.committed.get(place) ?? 0))
    const commit = async (offset: number) => {
      if (!ephemeral) this.#log.committed.set(place, offset)
    }
    while (!this.#stopping) {
      const all = this.#log.topics(topic)[partition]!
      const records = all.slice(next, next + BATCH)
      if (records.length === 0) {
        await Promise.race([this.#log.arrival(), timer(AGAIN_MS)])
        continue
      }
      const session = { signal: this.#revoked.signal, draining: () => this.#stopping, commit }
      const batch = { topic, partition, records, end: all.length }
      next = await this.#handle(batch, session)
    }
  }

  async #handle(...given: Parameters<Subscription['onBatch']>): Promise<number> {
    const [batch, session] = given
    try {
      const handled = await this.#subscription.onBatch(batch, session)
      await session.commit(handled.next)
      if (handled.pauseMs !== undefined) await timer(Math.min(handled.pauseMs, AGAIN_MS))
      return handled.next
    } catch (cause) {
      if (!isRetriable(cause)) throw cause
      await timer(AGAIN_MS)
      return batch.records[0]!.offset
    }
  }
}

const timer = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
