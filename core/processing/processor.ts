import type { Events, Publication, Topic } from '../events/topics.ts'

/** Why a record is set aside. Closed: operators group and release by it. */
export const PARKING_REASONS = [
  'malformed',
  'corrupt',
  'bomb',
  'schema_unknown',
  'invalid',
  'tenant_not_allowed',
  'no_identity',
  'job_unknown',
  'document_missing',
  'key_destroyed',
  'too_large',
  'bug',
] as const
export type ParkingReason = (typeof PARKING_REASONS)[number]

export type SkipReason =
  | 'consent_withdrawn'
  | 'superseded'
  | 'repeated'
  | 'not_ours'
  | 'nothing_to_do'
  | 'erased'

export type Outcome =
  | { readonly kind: 'done'; readonly publish: readonly Publication[] }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'parked'; readonly reason: ParkingReason; readonly detail: string }

export const done = (...publish: readonly Publication[]): Outcome => ({ kind: 'done', publish })
export const skipped = (reason: SkipReason): Outcome => ({ kind: 'skipped', reason })
/** @param detail  ids and sizes only: operators read it */
export const parked = (reason: ParkingReason, detail: string): Outcome => ({
  kind: 'parked',
  reason,
  detail,
})

/** Events in, events out: compute never writes a store. */
export interface Processor<In extends Topic, Context> {
  readonly name: string
  /** Changes when the same input may give another output: it is part of every event id. */
  readonly version: string
  /**
   * All reads and model calls for a whole chunk.
   * @returns one context an event, in the order of the events; a function of one event's own failure goes into its context
   * @throws Fault when the environment fails: the chunk is tried again, nothing is parked
   */
  gather(events: readonly Events[In][], signal: AbortSignal): Promise<Context[]>
  /** No clock, no randomness, no I/O: a replay decides as the first run did. */
  decide(event: Events[In], context: Context): Outcome
}
