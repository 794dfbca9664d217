import type { PartitionId, Sink } from './sink.ts'

export interface Watermark extends PartitionId {
  readonly store: Sink['store']
  readonly generation: number
  /** Everything below this offset is in the store */
  readonly next: number
  /** End of the partition when it was read */
  readonly end: number
}

/** Where a store without a ledger of its own says how far it is, so that an answer can name what it is complete to. */
export interface WatermarkBoard {
  /** Best effort: it resolves, whatever happens. A watermark that is not told is only late, never wrong. */
  report(watermark: Watermark, signal: AbortSignal): Promise<void>
}
