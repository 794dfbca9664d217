import type { Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'
import type { StartPosition } from '../../core/ports/event-log.ts'

export interface Held {
  readonly topic: Topic
  readonly partition: number
  /** Next offset that has to come; null until the first batch when the log decides */
  expected: number | null
}

/** One assignment of partitions, from a join to the next: what it held is never committed after it. */
export class Assignment {
  readonly held: ReadonlyMap<string, Held>
  readonly revoked = new AbortController()
  readonly ready: Promise<void>
  draining = false

  constructor(held: readonly Held[], begin: (assignment: Assignment) => Promise<void>) {
    this.held = new Map(held.map((one) => [`${one.topic}/${one.partition}`, one]))
    this.ready = begin(this)
    this.ready.catch(() => {}) // whoever handles a batch awaits it
  }
}

export const partitionOf = ({ topic, partition }: Held) => ({ topic, partition })

export const isSame = (start: StartPosition, held: Held) =>
  start.topic === held.topic && start.partition === held.partition

/** @throws Fault event_log.offset_lost: what was to come is gone, or was never there */
export function refuseLost(
  { topic, partition }: Held,
  next: number,
  limits: { low: number; high: number } | undefined,
): void {
  if (limits && next >= limits.low && next <= limits.high) return
  const exists = limits ? `${limits.low} to ${limits.high}` : 'nothing'
  const detail = `${topic}/${partition}: ${next} is to come, the log holds ${exists}; see docs/operating.md`
  throw new Fault('event_log.offset_lost', detail)
}
