import type { Publication, Topic } from '../events/topics.ts'

/** One record as it stands in the log, not yet decoded. */
export interface LogRecord {
  readonly topic: Topic
  readonly partition: number
  readonly offset: number
  /** The broker's time, milliseconds */
  readonly timestamp: number
  readonly key: Uint8Array | null
  /** null: a tombstone of a compacted topic */
  readonly value: Uint8Array | null
  readonly headers: Readonly<Record<string, string>>
}

/** Consecutive records of one partition. Offsets may have holes (compaction), never repeats. */
export interface PartitionBatch {
  readonly topic: Topic
  readonly partition: number
  readonly records: readonly LogRecord[]
  /** Offset after the partition's last record when this was read */
  readonly end: number
}

/** How far a batch was handled: all below `next` is durable; the rest comes again, after a pause if one is asked for. */
export interface Handled {
  readonly next: number
  readonly pauseMs?: number
}

/** What a handler may know of the member it runs in. */
export interface BatchSession {
  /** Aborts when the partition has to be given up now: what is not durable yet will be another member's */
  readonly signal: AbortSignal
  /** True from the moment the group rebalances or stops: finish what is in flight, begin nothing */
  draining(): boolean
  /** Commits a watermark in between. Ignored when the partition is no longer held. */
  commit(next: number): Promise<void>
}

export interface StartPosition {
  readonly topic: Topic
  readonly partition: number
  /** null: where the group left off, else the beginning */
  readonly next: number | null
}

export interface Subscription {
  readonly group: string
  readonly topics: readonly Topic[]
  /** Batches in hand at once, each of another partition */
  readonly concurrency: number
  readonly maxBytesPerPartition?: number
  /** A reader for itself alone: from the beginning at every start, nothing committed; the group is its own */
  readonly ephemeral?: boolean
  /** Once an assignment: where each partition starts. Called again when it throws a retriable Fault. */
  onAssigned?(
    partitions: readonly { readonly topic: Topic; readonly partition: number }[],
    signal: AbortSignal,
  ): Promise<readonly StartPosition[]>
  /** Never called twice at once for one partition. A throw ends the consumption: `failed` rejects with it. */
  onBatch(batch: PartitionBatch, session: BatchSession): Promise<Handled>
}

export interface Consumption {
  /** Rejects when the consumption can't go on; a process must end then, not look healthy */
  readonly failed: Promise<never>
  /** Drains, commits and leaves the group. Safe to repeat. */
  stop(): Promise<void>
}

/** Publishes in order per key, repeats possible, losses not. */
export interface EventPublisher {
  /**
   * Resolves when every publication is on all in-sync replicas.
   * @throws Fault event_log.unavailable | event_log.too_large (names the event id)
   */
  publish(publications: readonly Publication[], signal?: AbortSignal): Promise<void>
}

export interface EventLog extends EventPublisher {
  /** @throws Fault event_log.unavailable when the group can't be joined at all */
  consume(subscription: Subscription): Promise<Consumption>
  /** Offsets after the last record, by partition. @throws Fault event_log.unavailable */
  ends(topic: Topic): Promise<ReadonlyMap<number, number>>
  /** What a group has committed, by partition; absent: nothing yet. @throws Fault event_log.unavailable */
  committed(group: string, topic: Topic): Promise<ReadonlyMap<number, number>>
  /** Ends consumptions, then sends what is queued. */
  close(): Promise<void>
}
