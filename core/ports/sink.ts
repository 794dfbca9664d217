import type { Events, Topic } from '../events/topics.ts'

export interface PartitionId {
  readonly topic: Topic
  readonly partition: number
}

/** An event with its place in the log. */
export interface LandedEvent<T extends Topic = Topic> {
  readonly topic: T
  readonly partition: number
  readonly offset: number
  /** The broker's time, milliseconds */
  readonly timestamp: number
  /** Decoded once, at first call. A sink that lands raw bytes never calls it. */
  event(): Events[T]
  /** As it stands in the log: byte 0, four bytes of schema id, the Avro body. */
  readonly raw: Uint8Array
}

/** A contiguous piece of one partition; parked records are inside its range but not among its events. */
export interface LandingBatch {
  readonly topic: Topic
  readonly partition: number
  readonly epoch: number
  /** Offset of the first record read */
  readonly from: number
  /** Offset after the last record read: the ledger's new position */
  readonly next: number
  /** End of the partition when it was read: next - end is how far behind the sink is */
  readonly end: number
  readonly events: readonly LandedEvent[]
}

export interface Claim extends PartitionId {
  /** Where to read on; null: the store has no ledger of its own, use the log's committed offset */
  readonly next: number | null
  readonly epoch: number
}

/** Where a landing writes. One sink writes one generation of one store. */
export interface Sink {
  readonly store: 'postgres' | 'milvus' | 'clickhouse'
  readonly topics: readonly Topic[]
  /** Takes partitions over: from now on a former holder's writes are refused. @throws Fault (retriable) when the store is away */
  claim(partitions: readonly PartitionId[], signal: AbortSignal): Promise<readonly Claim[]>
  /**
   * All of the batch, or none where the store can; safe to repeat after any crash.
   * @throws Fault landing.fenced when another member claimed the partition since; retriable faults when the store is away;
   *   a non-retriable Fault names in `detail` the offset of the one event that the store refuses: `offset 123: why`
   */
  write(batch: LandingBatch, signal: AbortSignal): Promise<void>
  /** Still caught up, though nothing arrived: keeps "as of" honest on a quiet partition. May be skipped on failure. */
  caughtUp?(partition: PartitionId & { readonly end: number }, signal: AbortSignal): Promise<void>
}
