import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { admit, type Breaker, CLOSED, recorded } from './breaker.ts'

/** The breaker after calls that end one each `stepMs`: '.' succeeds, 'x' fails. */
function after(calls: string, { from = CLOSED, startMs = 0, stepMs = 10 } = {}): Breaker {
  return [...calls].reduce((breaker, call, nth) => {
    const now = startMs + nth * stepMs
    return recorded(breaker, { now, succeeded: call === '.', era: breaker.era })
  }, from)
}

for (const [calls, stepMs, state, because] of [
  ['xxxxxxxxx', 10, 'closed', 'nine calls are no sample, nine in a row no trend'],
  ['xxxxxxxxxx', 10, 'open', 'ten in a row'],
  ['....x.x.x.x', 10, 'closed', 'under half fail'],
  ['.x.x.x.x.x', 10, 'open', 'half of ten fail'],
  ['xxxxxxxxx.', 10, 'open', 'a success ends the row, not the share'],
  ['xxxxxxxxx', 7_000, 'closed', 'slow failures stay under the sample'],
  ['xxxxxxxxxx', 60_000, 'open', 'ten in a row count however slow'],
  ['..........xxxx', 6_000, 'closed', 'four of the ten in the window fail'],
  ['..........xxxxx', 6_000, 'open', 'old successes leave the window'],
] as const) {
  test(`${calls} every ${stepMs} ms: ${state}: ${because}`, () => {
    equal(after(calls, { stepMs }).state, state)
  })
}

const open = after('xxxxxxxxxx', { stepMs: 0 })

test('open: refuses for 30 s, then lets a tenth through', () => {
  equal(admit(open, { now: 29_999, random: 0 }).admitted, false)
  equal(admit(open, { now: 30_000, random: 0.0999 }).admitted, true)
  const refused = admit(open, { now: 30_000, random: 0.1 })
  deepEqual([refused.admitted, refused.breaker.state], [false, 'half_open'])
})

const trying = admit(open, { now: 30_000, random: 0 }).breaker
for (const [trials, state, because] of [
  ['....', 'half_open', 'four trials are no sample'],
  ['.....', 'closed', 'all succeeded'],
  ['....x', 'open', 'four of five are not over 90 %'],
] as const) {
  test(`trials ${trials}: ${state}: ${because}`, () => {
    equal(after(trials, { from: trying, startMs: 31_000 }).state, state)
  })
}

test('a call of an earlier time says nothing now', () => {
  deepEqual(recorded(trying, { now: 31_000, succeeded: true, era: CLOSED.era }), trying)
})
