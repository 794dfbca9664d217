/** When calls to a service in trouble stop, and how they start again (the source document, "Circuit Breaker Patterns"). */
export interface BreakerRule {
  readonly windowMs: number
  /** Opens at this share of failures in the window... */
  readonly failureShare: number
  /** ...once the window holds this many calls: one failed call of one is no trend */
  readonly leastCalls: number
  /** ...or at this many failures in a row */
  readonly failuresInARow: number
  readonly openMs: number
  /** Share of calls let through while trying */
  readonly trialShare: number
  /** Trials that are judged together */
  readonly trials: number
  /** Closes when more than this share of the trials succeeds */
  readonly successShare: number
}

export const LLM_BREAKER: BreakerRule = {
  windowMs: 60_000,
  failureShare: 0.5,
  leastCalls: 10,
  failuresInARow: 10,
  openMs: 30_000,
  trialShare: 0.1,
  trials: 5,
  successShare: 0.9,
}

/** Calls of one second: a window of seconds needs no list of calls. */
interface Second {
  readonly second: number
  readonly succeeded: number
  readonly failed: number
}

export interface Breaker {
  readonly state: 'closed' | 'open' | 'half_open'
  /** Rises with each change of state: an answer to a call of an earlier time says nothing now */
  readonly era: number
  readonly window: readonly Second[]
  readonly failuresInARow: number
  readonly openedAt: number
  readonly trials: { readonly succeeded: number; readonly failed: number }
}

const NO_TRIALS = { succeeded: 0, failed: 0 }

export const CLOSED: Breaker = {
  state: 'closed',
  era: 0,
  window: [],
  failuresInARow: 0,
  openedAt: 0,
  trials: NO_TRIALS,
}

export interface Admission {
  readonly breaker: Breaker
  /** false: answer with the fallback, call nothing */
  readonly admitted: boolean
}

/**
 * May this call go out?
 * @param at.now  milliseconds
 * @param at.random  0 <= n < 1: which calls are the trials
 */
export function admit(
  breaker: Breaker,
  at: { readonly now: number; readonly random: number },
  rule: BreakerRule = LLM_BREAKER,
): Admission {
  if (breaker.state === 'closed') return { breaker, admitted: true }
  const waited = breaker.state === 'half_open' || at.now - breaker.openedAt >= rule.openMs
  if (!waited) return { breaker, admitted: false }
  const trying = breaker.state === 'half_open' ? breaker : halfOpened(breaker)
  return { breaker: trying, admitted: at.random < rule.trialShare }
}

export interface CallEnd {
  readonly now: number
  readonly succeeded: boolean
  /** The breaker's era when the call was admitted */
  readonly era: number
}

/** What a call's end says of the service. */
export function recorded(breaker: Breaker, end: CallEnd, rule: BreakerRule = LLM_BREAKER): Breaker {
  if (end.era !== breaker.era || breaker.state === 'open') return breaker
  if (breaker.state === 'half_open') return tried(breaker, end, rule)
  const window = counted(breaker.window, end, rule)
  const failuresInARow = end.succeeded ? 0 : breaker.failuresInARow + 1
  const next = { ...breaker, window, failuresInARow }
  return isTrouble(next, rule) ? opened(next, end.now) : next
}

function tried(breaker: Breaker, end: CallEnd, rule: BreakerRule): Breaker {
  const succeeded = breaker.trials.succeeded + (end.succeeded ? 1 : 0)
  const failed = breaker.trials.failed + (end.succeeded ? 0 : 1)
  const next = { ...breaker, trials: { succeeded, failed } }
  if (succeeded + failed < rule.trials) return next
  const recovered = succeeded / (succeeded + failed) > rule.successShare
  return recovered ? { ...CLOSED, era: breaker.era + 1 } : opened(next, end.now)
}

function isTrouble({ window, failuresInARow }: Breaker, rule: BreakerRule): boolean {
  if (failuresInARow >= rule.failuresInARow) return true
  const failed = window.reduce((sum, second) => sum + second.failed, 0)
  const calls = window.reduce((sum, second) => sum + second.succeeded, failed)
  return calls >= rule.leastCalls && failed / calls >= rule.failureShare
}

function counted(window: readonly Second[], end: CallEnd, rule: BreakerRule): readonly Second[] {
  const second = Math.floor(end.now / 1000)
  const oldest = second - Math.floor(rule.windowMs / 1000)
  const same = window.find((other) => other.second === second)
  const others = window.filter((other) => other.second > oldest && other.second !== second)
  const succeeded = (same?.succeeded ?? 0) + (end.succeeded ? 1 : 0)
  const failed = (same?.failed ?? 0) + (end.succeeded ? 0 : 1)
  return [...others, { second, succeeded, failed }]
}

const opened = (breaker: Breaker, now: number): Breaker => ({
  ...CLOSED,
  state: 'open',
  era: breaker.era + 1,
  openedAt: now,
})

const halfOpened = (breaker: Breaker): Breaker => ({
  ...CLOSED,
  state: 'half_open',
  era: breaker.era + 1,
})
