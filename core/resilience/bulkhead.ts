/** Pools that keep one kind of work from starving another (the source document, "Bulkhead Pattern"). */
export const BULKHEADS = {
  search: { running: 50, waiting: 100, timeoutMs: 5_000 },
  scoring: { running: 20, waiting: 50, timeoutMs: 30_000 },
  parsing: { running: 30, waiting: 200, timeoutMs: 60_000 },
} as const satisfies Record<string, BulkheadRule>

export type BulkheadName = keyof typeof BULKHEADS

export interface BulkheadRule {
  /** Most at once */
  readonly running: number
  /** Most that wait for one of those */
  readonly waiting: number
  /** From asking to the end, waiting included */
  readonly timeoutMs: number
}

/** Who runs and who waits, each by a number of its own; first come, first served. */
export interface Bulkhead {
  readonly running: ReadonlySet<number>
  readonly waiting: readonly number[]
}

export const EMPTY: Bulkhead = { running: new Set(), waiting: [] }

export type Permit = 'run' | 'wait' | 'refused'

/** @param id  not running and not waiting yet */
export function asked(
  bulkhead: Bulkhead,
  id: number,
  rule: BulkheadRule,
): { readonly bulkhead: Bulkhead; readonly permit: Permit } {
  const { running, waiting } = bulkhead
  if (running.size < rule.running) {
    return { bulkhead: { running: new Set([...running, id]), waiting }, permit: 'run' }
  }
  if (waiting.length >= rule.waiting) return { bulkhead, permit: 'refused' }
  return { bulkhead: { running, waiting: [...waiting, id] }, permit: 'wait' }
}

/**
 * One ended, or gave up waiting: the same to the pool. Safe to repeat.
 * @returns `started`: the one that runs in its place
 */
export function released(
  bulkhead: Bulkhead,
  id: number,
): { readonly bulkhead: Bulkhead; readonly started: number | null } {
  const waiting = bulkhead.waiting.filter((other) => other !== id)
  if (!bulkhead.running.has(id)) {
    return { bulkhead: { running: bulkhead.running, waiting }, started: null }
  }
  const running = new Set(bulkhead.running)
  running.delete(id)
  const started = waiting[0] ?? null
  if (started !== null) running.add(started)
  return { bulkhead: { running, waiting: waiting.slice(1) }, started }
}
