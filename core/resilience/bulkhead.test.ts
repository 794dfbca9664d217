import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { asked, BULKHEADS, type Bulkhead, EMPTY, released } from './bulkhead.ts'

const rule = { running: 2, waiting: 1, timeoutMs: 1_000 }
const enter = (ids: readonly number[], from: Bulkhead = EMPTY) => {
  let bulkhead = from
  const permits = ids.map((id) => {
    const answer = asked(bulkhead, id, rule)
    bulkhead = answer.bulkhead
    return answer.permit
  })
  return { bulkhead, permits }
}

test('two run, one waits, the next is refused', () => {
  deepEqual(enter([1, 2, 3, 4]).permits, ['run', 'run', 'wait', 'refused'])
})

for (const [ended, started, because] of [
  [1, 3, 'the first that waits takes the place'],
  [3, null, 'one that gives up waiting frees no place'],
  [9, null, 'an unknown one changes nothing'],
] as const) {
  test(`${ended} ends, ${started} starts: ${because}`, () => {
    equal(released(enter([1, 2, 3]).bulkhead, ended).started, started)
  })
}

test('a freed place is free once, however often it is said', () => {
  const once = released(enter([1, 2]).bulkhead, 1).bulkhead
  const twice = released(once, 1).bulkhead
  deepEqual(enter([5, 6, 7], twice).permits, ['run', 'wait', 'refused'])
})

test('the pools are the source document’s', () => {
  const pools = Object.values(BULKHEADS).map((pool) => Object.values(pool).join('/'))
  deepEqual(pools, ['50/100/5000', '20/50/30000', '30/200/60000'])
})
