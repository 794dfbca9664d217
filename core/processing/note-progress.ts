import type { Clock } from '../ports/clock.ts'
import type { LandedEvent } from '../ports/sink.ts'
import type { Progress, Watermarks } from '../ports/watermarks.ts'

/** Where a store without a ledger of its own says how far it is. */
export interface Noting {
  readonly watermarks: Pick<Watermarks, 'note'>
  readonly clock: Clock
}

export type Landed = Omit<Progress, 'completeTo'> & { readonly events?: readonly LandedEvent[] }

/** Longer than this it holds up a landing, for a sign that only readers look at. */
const PATIENCE_MS = 500

/**
 * Best effort: it resolves, whatever happens. A watermark that is not told is late, never wrong.
 * At the log's end the store is complete to now; behind it, to the newest record that landed.
 */
export async function noteProgress(
  noting: Noting | undefined,
  { events = [], ...landed }: Landed,
  signal: AbortSignal,
): Promise<void> {
  if (noting === undefined) return
  const caughtUp = landed.next >= landed.end
  const completeTo = caughtUp ? noting.clock() : events.at(-1)?.timestamp
  if (completeTo === undefined) return
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  await noting.watermarks.note([{ ...landed, completeTo }], patience).catch(() => undefined)
}
