import { Fault } from '../../core/fault.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import type { EventPublisher } from '../../core/ports/event-log.ts'
import type { Meter } from '../../core/ports/meter.ts'
import { type RetriedOperation, withRetry } from '../../core/resilience/retry.ts'

/** What a runner needs of the world; a test hands in its own. */
export interface Surroundings {
  readonly codec: EventCodec
  readonly publisher: EventPublisher
  readonly meter: Meter
  /** Milliseconds since 1970 */
  readonly clock: () => number
  /** Resolves after `ms`, rejects when `signal` aborts */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  /** 0 <= n < 1 */
  readonly random: () => number
  /** 32 bytes, for what is parked */
  readonly parkingKey: Uint8Array
  /** Larger values are parked unread */
  readonly maxRecordBytes: number
  /** Ids and sizes only */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void
}

/** How long a partition rests after the environment failed it: twice as long each time, up to `mostMs`. */
export function restMs(failuresInARow: number, leastMs = 250, mostMs = 5_000): number {
  return Math.min(mostMs, leastMs * 2 ** Math.min(failuresInARow - 1, 10))
}

/** By the operation's row of the retry table. A call that ran out of time is the environment's fault, never its event's. */
export async function tryAgain<T>(
  operation: RetriedOperation,
  call: (signal: AbortSignal) => Promise<T>,
  { sleep, random }: Surroundings,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await withRetry(operation, call, { sleep, random, signal })
  } catch (cause) {
    const timedOut = (cause as Error | null)?.name === 'TimeoutError' && !signal.aborted
    throw timedOut ? new Fault('processing.timed_out', operation, { cause }) : cause
  }
}
