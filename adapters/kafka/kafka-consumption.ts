import type { Consumer, EachBatchPayload } from 'kafkajs'
import type { Topic } from '../../core/events/topics.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type { BatchSession, Consumption, Subscription } from '../../core/ports/event-log.ts'
import { Assignment, type Held, isSame, partitionOf, refuseLost } from './assignment.ts'
import { beat, isGroupChange } from './heartbeat.ts'
import { recordOf } from './log-record.ts'

export interface ConsumptionSettings {
  /** How often a batch in hand tells the broker that its member lives */
  readonly heartbeatMs: number
  /** How long a batch may go on once the group rebalances; below the group's rebalance timeout */
  readonly drainMs: number
}

/** What the adapter asks the broker about partitions. */
export interface PartitionLimits {
  /** Lowest offset that still exists and the offset after the last */
  limits(topic: Topic): Promise<ReadonlyMap<number, { low: number; high: number }>>
  /** Committed offsets of the group; absent: none yet */
  committed(group: string, topic: Topic): Promise<ReadonlyMap<number, number>>
}

/**
 * Drives a kafkajs consumer by our port and closes its hazards (spec/engines.md §1): it may commit partitions it
 * no longer holds, marks a whole batch after an early return, resets a lost offset silently, and lives on after a crash.
 */
export class KafkaConsumption implements Consumption {
  readonly failed: Promise<never>
  readonly #consumer: Consumer
  readonly #subscription: Subscription
  readonly #limits: PartitionLimits
  readonly #settings: ConsumptionSettings
  readonly #names: { toTopic(name: string): Topic; toName(topic: Topic): string }
  /** What rests, and what ends its rest */
  readonly #rests = new Map<NodeJS.Timeout, () => void>()
  readonly #inHand = new Set<Promise<void>>()
  readonly #fail: (cause: unknown) => void
  #assignment: Assignment | null = null
  #stopping: Promise<void> | null = null

  constructor(deps: {
    consumer: Consumer
    subscription: Subscription
    limits: PartitionLimits
    settings: ConsumptionSettings
    names: { toTopic(name: string): Topic; toName(topic: Topic): string }
  }) {
    this.#consumer = deps.consumer
    this.#subscription = deps.subscription
    this.#limits = deps.limits
    this.#settings = deps.settings
    this.#names = deps.names
    const { promise, reject } = Promise.withResolvers<never>()
    this.failed = promise
    this.failed.catch(() => {}) // a consumption that nobody watches still may be stopped
    this.#fail = reject
  }

  async start(): Promise<void> {
    const { GROUP_JOIN, REBALANCING, CRASH } = this.#consumer.events
    this.#consumer.on(GROUP_JOIN, ({ payload }) => this.#joined(payload.memberAssignment))
    this.#consumer.on(REBALANCING, () => this.#giveUp())
    this.#consumer.on(CRASH, ({ payload }) => this.#crashed(payload.error, payload.restart))
    const topics = this.#subscription.topics.map((topic) => this.#names.toName(topic))
    await this.#consumer.connect()
    await this.#consumer.subscribe({ topics, fromBeginning: true })
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.#subscription.concurrency,
      eachBatch: (payload) => this.#takeInHand(payload),
    })
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown()
    return this.#stopping
  }

  async #shutDown(): Promise<void> {
    if (this.#assignment) this.#drain(this.#assignment)
    // Before kafkajs stops: a stopping consumer commits nothing any more.
    await Promise.all(this.#inHand)
    await this.#consumer.stop()
    this.#giveUp()
    await this.#consumer.disconnect()
  }

  #joined(memberAssignment: Record<string, number[]>): void {
    this.#giveUp()
    const held = Object.entries(memberAssignment).flatMap(([name, partitions]) =>
      partitions.map((partition) => ({
        topic: this.#names.toTopic(name),
        partition,
        expected: null,
      })),
    )
    this.#assign(held, 0)
  }

  // Nothing is fetched until it is known where to read on: kafkajs would reset an offset that is gone, and commit that.
  #assign(held: readonly Held[], waitMs: number): void {
    for (const one of held) this.#consumer.pause([this.#placeOf(one)])
    this.#assignment = new Assignment(held, (assignment) => this.#prepare(assignment, waitMs))
  }

  /** Begins until it succeeds: the store that holds the ledger may be away. Everything waits for it. */
  async #prepare(assignment: Assignment, waitMs: number): Promise<void> {
    for (let pauseMs = waitMs; ; pauseMs = RETRY_ASSIGNMENT_MS) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      if (assignment !== this.#assignment) return
      try {
        await this.#begin(assignment)
        break
      } catch (cause) {
        if (!isRetriable(cause)) return this.#endWith(assignment, cause)
      }
    }
    if (assignment !== this.#assignment) return
    for (const one of assignment.held.values()) this.#consumer.resume([this.#placeOf(one)])
  }

  #placeOf({ topic, partition }: Held) {
    return { topic: this.#names.toName(topic), partitions: [partition] }
  }

  // Nothing of a former assignment may be committed from here on.
  #giveUp(): void {
    this.#assignment?.revoked.abort()
    this.#assignment = null
    // kafkajs keeps a pause beyond the assignment: a partition that comes back would never be read again.
    for (const [timer, resume] of this.#rests) {
      clearTimeout(timer)
      if (!this.#stopping) resume()
    }
    this.#rests.clear()
  }

  #drain(assignment: Assignment): void {
    if (assignment.draining) return
    assignment.draining = true
    const timer = setTimeout(() => assignment.revoked.abort(), this.#settings.drainMs)
    assignment.revoked.signal.addEventListener('abort', () => clearTimeout(timer))
  }

  #crashed(error: Error, restart: boolean): void {
    if (restart) this.#giveUp()
    if (this.#stopping || restart) return
    this.#fail(new Fault('event_log.unavailable', this.#subscription.group, { cause: error }))
  }

  /** Asks the landing's ledger, or the group's offsets, where to read on, and refuses an offset that is gone. */
  async #begin(assignment: Assignment): Promise<void> {
    const { onAssigned, group, topics, ephemeral } = this.#subscription
    const held = [...assignment.held.values()]
    const signal = assignment.revoked.signal
    const claimed = onAssigned ? await onAssigned(held, signal) : []
    for (const topic of topics) {
      const limits = await this.#limits.limits(topic)
      const committed = ephemeral ? NOTHING : await this.#limits.committed(group, topic)
      for (const one of held.filter((partition) => partition.topic === topic)) {
        const claim = claimed.find((start) => isSame(start, one))?.next ?? null
        const start = claim ?? committed.get(one.partition) ?? null
        if (start !== null) refuseLost(one, start, limits.get(one.partition))
        one.expected = start
        if (claim !== null && assignment === this.#assignment) this.#seek(one, claim)
      }
    }
  }

  #seek({ topic, partition }: Held, next: number): void {
    this.#consumer.seek({ topic: this.#names.toName(topic), partition, offset: String(next) })
  }

  async #takeInHand(payload: EachBatchPayload): Promise<void> {
    const work = this.#eachBatch(payload)
    const settled = work.catch(() => {}).finally(() => this.#inHand.delete(settled))
    this.#inHand.add(settled)
    return work
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const assignment = this.#assignment
    const { batch } = payload
    const held = assignment?.held.get(`${this.#names.toTopic(batch.topic)}/${batch.partition}`)
    // A partition of a former assignment: another member's by now.
    if (!assignment || !held || assignment.draining) return
    const heart = beat(payload, this.#settings.heartbeatMs, () => this.#drain(assignment))
    try {
      await this.#attempt(assignment, held, payload)
    } finally {
      heart.stop()
    }
    // Out of the batch, kafkajs may rejoin: it must learn what the heartbeat learnt.
    if (heart.rebalance() !== null && !this.#stopping) throw heart.rebalance()
  }

  async #attempt(assignment: Assignment, held: Held, payload: EachBatchPayload): Promise<void> {
    try {
      await assignment.ready
      if (payload.isStale() || assignment !== this.#assignment) return
      await this.#refuseGap(held, payload.batch)
      await this.#handle(assignment, held, payload)
    } catch (cause) {
      if (!isRetriable(cause)) return this.#endWith(assignment, cause)
      // A member that woke up late learns here that it is none any more, before it claims anything again.
      await payload.heartbeat()
      this.#beginAgain(assignment)
    }
  }

  async #handle(assignment: Assignment, held: Held, payload: EachBatchPayload): Promise<void> {
    const { batch } = payload
    const records = batch.messages.map((message) => recordOf(held, message))
    const session = this.#sessionOf(assignment, held)
    const end = Number(batch.highWatermark)
    const batchOf = { ...partitionOf(held), records, end }
    const handled = await this.#subscription.onBatch(batchOf, session)
    // Awaited: a commit that is still under way when the group joins anew is lost, and its batch done twice.
    await session.commit(handled.next)
    if (assignment !== this.#assignment) return
    if (handled.next > records[0]!.offset) {
      held.expected = handled.next
      payload.resolveOffset(String(handled.next - 1))
    }
    if (handled.pauseMs !== undefined) this.#pause(held, handled.pauseMs)
  }

  #sessionOf(assignment: Assignment, held: Held): BatchSession {
    let committed = -1
    return {
      signal: assignment.revoked.signal,
      draining: () => assignment.draining,
      commit: async (next) => {
        if (this.#subscription.ephemeral) return
        if (next <= committed || assignment !== this.#assignment) return
        const topic = this.#names.toName(held.topic)
        const offset = { topic, partition: held.partition, offset: String(next) }
        try {
          await this.#consumer.commitOffsets([offset])
          committed = next
        } catch (cause) {
          // Not committed is only done again. Every effect is safe to repeat.
          if (isGroupChange(cause)) this.#drain(assignment)
          else throw new Fault('event_log.unavailable', `commit ${held.topic}`, { cause })
        }
      },
    }
  }

  #pause(held: Held, pauseMs: number): void {
    const place = this.#placeOf(held)
    this.#consumer.pause([place])
    const resume = () => this.#consumer.resume([place])
    const timer = setTimeout(() => {
      this.#rests.delete(timer)
      resume()
    }, pauseMs)
    this.#rests.set(timer, resume)
  }

  /** The store that holds the ledger is away: everything waits, and the assignment begins again. */
  #beginAgain(assignment: Assignment): void {
    if (assignment !== this.#assignment) return
    assignment.revoked.abort()
    const held = [...assignment.held.values()]
    this.#assign(held, RETRY_ASSIGNMENT_MS)
  }

  #endWith(assignment: Assignment, cause: unknown): void {
    if (assignment.revoked.signal.aborted) return
    this.#drain(assignment)
    this.#fail(cause)
  }

  // A hole in a compacted topic is compaction; elsewhere the log has lost what nobody read.
  async #refuseGap(held: Held, batch: EachBatchPayload['batch']): Promise<void> {
    const first = Number(batch.messages[0]!.offset)
    if (held.expected === null || first === held.expected) return
    const limits = await this.#limits.limits(held.topic)
    refuseLost(held, held.expected, limits.get(held.partition))
  }
}

const RETRY_ASSIGNMENT_MS = 1000
const NOTHING: ReadonlyMap<number, number> = new Map()
