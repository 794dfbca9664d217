import type { Events, Publication, Topic } from '../../core/events/topics.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type {
  BatchSession,
  Handled,
  LogRecord,
  PartitionBatch,
} from '../../core/ports/event-log.ts'
import type { Outcome, Processor } from '../../core/processing/processor.ts'
import type { RetriedOperation } from '../../core/resilience/retry.ts'
import type { Lane, LaneGate } from './lanes.ts'
import { ParkedShare } from './parked-share.ts'
import { type Parking, parkedRecord, parkingFor, parkingOf } from './parking.ts'
import type { Progress } from './progress.ts'
import { checked, decoded, isSound } from './reading.ts'
import { Rests } from './rests.ts'
import { type Surroundings, tryAgain } from './surroundings.ts'

export interface ProcessorSettings {
  /** Records gathered together */
  readonly chunkSize: number
  /** Row of the retry table for gather */
  readonly retry: RetriedOperation
  /** Of the last records parked, over which the group stops */
  readonly parkedShare?: { readonly limit: number; readonly window: number }
  readonly lane: (topic: Topic) => Lane
}

/** One record on its way through a chunk. */
interface Item<In extends Topic> {
  readonly record: LogRecord
  readonly event: Events[In]
}
interface Settled {
  readonly record: LogRecord
  readonly publish: readonly Publication[]
  readonly outcome: Outcome['kind']
  readonly reason: string
}

const COMMIT_EVERY_MS = 2000

/**
 * Runs one processor over batches of the log: reads, decides, publishes, then moves the watermark. At least once:
 * a crash anywhere does the same again, with the same event ids. What a record itself causes parks it, once; what the
 * environment causes is tried again and then rests, and nothing is parked for it.
 */
export class ProcessorRunner<In extends Topic, Context> {
  readonly #processor: Processor<In, Context>
  readonly #settings: ProcessorSettings
  readonly #around: Surroundings
  readonly #progress: Progress
  readonly #gate: LaneGate
  readonly #parkedShare: ParkedShare
  readonly #rests: Rests

  constructor(deps: {
    processor: Processor<In, Context>
    settings: ProcessorSettings
    surroundings: Surroundings
    progress: Progress
    gate: LaneGate
  }) {
    this.#processor = deps.processor
    this.#settings = deps.settings
    this.#around = deps.surroundings
    this.#progress = deps.progress
    this.#gate = deps.gate
    this.#rests = new Rests(deps.processor.name, deps.surroundings)
    const { limit, window } = deps.settings.parkedShare ?? {}
    this.#parkedShare = new ParkedShare(limit, window)
  }

  /** @throws Fault when the group has to stop; anything that another try may cure ends in a rest instead */
  async onBatch(batch: PartitionBatch, session: BatchSession): Promise<Handled> {
    const first = batch.records[0]!.offset
    const lane = this.#settings.lane(batch.topic)
    const waitMs = this.#gate.waitMs(lane)
    if (waitMs > 0) return { next: first, pauseMs: waitMs }
    this.#progress.arrived(batch)
    const walk = new Walk(first)
    try {
      await this.#walk(batch, session, walk)
      this.#rests.over(batch)
      return { next: walk.next }
    } catch (error) {
      if (session.signal.aborted) return { next: walk.next }
      if (!isRetriable(error)) throw error
      return { next: walk.next, pauseMs: this.#rests.after(batch, error as Fault) }
    } finally {
      this.#progress.moved(batch, walk.next)
      this.#gate.handled(lane, walk.next - first, batch.end - walk.next)
      this.#rests.measureLag(batch, walk.next)
    }
  }

  /** Chunk by chunk; a chunk is published while the next one is gathered. */
  async #walk(batch: PartitionBatch, session: BatchSession, walk: Walk): Promise<void> {
    let committedAt = this.#around.clock()
    let publishing: Promise<void> = Promise.resolve()
    for (let at = 0; at < batch.records.length && !session.draining(); ) {
      const records = batch.records.slice(at, at + this.#settings.chunkSize)
      at += records.length
      const startedAt = this.#around.clock()
      const settling = this.#settle(batch.topic as In, records, session.signal)
      const [, settled] = await Promise.all([publishing, settling])
      publishing = this.#publish(settled, session.signal).then(() => {
        walk.next = records.at(-1)!.offset + 1
        this.#account(settled, startedAt)
      })
      publishing.catch(() => {}) // awaited with the next chunk, or below
      if (this.#around.clock() - committedAt > COMMIT_EVERY_MS) {
        committedAt = this.#around.clock()
        await session.commit(walk.next)
      }
    }
    await publishing
  }

  async #settle(topic: In, records: readonly LogRecord[], signal: AbortSignal): Promise<Settled[]> {
    const sound = checked(records, this.#around.maxRecordBytes)
    const values = sound.filter(isSound).map(({ value }) => value)
    await this.#try((trying) => this.#around.codec.prepare(values, trying), signal)
    const read = sound.map((one) => decoded(this.#around.codec, topic, one))
    const items = read.filter((one): one is Item<In> => 'event' in one)
    const decided = await this.#decideAll(items, signal)
    return read.map((one) =>
      'event' in one ? decided.get(one.record)! : this.#park(one.record, null, one.parking),
    )
  }

  async #decideAll(
    items: readonly Item<In>[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<LogRecord, Settled>> {
    if (items.length === 0) return new Map()
    try {
      const events = items.map(({ event }) => event)
      const gather = (trying: AbortSignal) => this.#processor.gather(events, trying)
      const contexts = await this.#try(gather, signal)
      return new Map(items.map((item, i) => [item.record, this.#decide(item, contexts[i]!)]))
    } catch (error) {
      if (signal.aborted || isRetriable(error)) throw error
      if (items.length === 1) return new Map([[items[0]!.record, this.#parkItem(items[0]!, error)]])
      return this.#oneByOne(items, signal)
    }
  }

  // One event of the chunk breaks the gathering: alone, each shows which.
  async #oneByOne(items: readonly Item<In>[], signal: AbortSignal) {
    const settled = new Map<LogRecord, Settled>()
    for (const item of items) {
      for (const [record, one] of await this.#decideAll([item], signal)) settled.set(record, one)
    }
    return settled
  }

  #decide(item: Item<In>, context: Context): Settled {
    try {
      const outcome = this.#processor.decide(item.event, context)
      if (outcome.kind === 'parked') {
        const parking = parkingFor(outcome.reason, outcome.detail)
        return this.#park(item.record, item.event.tenantId, parking)
      }
      const publish = outcome.kind === 'done' ? outcome.publish : []
      const reason = outcome.kind === 'skipped' ? outcome.reason : ''
      return { record: item.record, publish, outcome: outcome.kind, reason }
    } catch (error) {
      return this.#parkItem(item, error)
    }
  }

  #parkItem({ record, event }: Item<In>, error: unknown): Settled {
    return this.#park(record, event.tenantId, parkingOf(error))
  }

  #park(record: LogRecord, tenantId: string | null, parking: Parking): Settled {
    const { parkingKey: key, clock } = this.#around
    const lot = { processor: this.#processor.name, key, clock }
    const publication = parkedRecord(lot, record, { ...parking, tenantId })
    return { record, publish: [publication], outcome: 'parked', reason: parking.reason }
  }

  /** All of the chunk together; when one event can't be published as it is, each record by itself. */
  async #publish(settled: readonly Settled[], signal: AbortSignal): Promise<void> {
    try {
      await this.#around.publisher.publish(
        settled.flatMap(({ publish }) => publish),
        signal,
      )
    } catch (error) {
      if (isRetriable(error) || signal.aborted) throw error
      for (const one of settled) await this.#publishOrPark(one, signal)
    }
  }

  async #publishOrPark(one: Settled, signal: AbortSignal): Promise<void> {
    const { publisher } = this.#around
    try {
      await publisher.publish(one.publish, signal)
    } catch (error) {
      // A parked record that can't be published either leaves nothing but to stop.
      if (isRetriable(error) || one.outcome === 'parked') throw error
      await publisher.publish(this.#park(one.record, null, parkingOf(error)).publish, signal)
    }
  }

  #account(settled: readonly Settled[], startedAt: number): void {
    const { meter, clock } = this.#around
    const processor = this.#processor.name
    for (const { outcome } of settled) this.#parkedShare.record(outcome === 'parked')
    for (const alike of Map.groupBy(settled, alikeBy).values()) {
      const { outcome, reason } = alike[0]!
      meter.count('hirestream_records_total', { processor, outcome, reason }, alike.length)
    }
    meter.observe('hirestream_chunk_seconds', { processor }, (clock() - startedAt) / 1000)
    if (this.#parkedShare.isTooHigh()) {
      const detail = `${processor}: too many of the last records were parked; see hirestream_records_total`
      throw new Fault('event_log.parking_too_much', detail)
    }
  }

  #try<T>(call: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    return tryAgain(this.#settings.retry, call, this.#around, signal)
  }
}

const alikeBy = ({ outcome, reason }: Settled) => `${outcome} ${reason}`

/** How far the effects of a batch are durable. */
class Walk {
  next: number
  constructor(first: number) {
    this.next = first
  }
}
