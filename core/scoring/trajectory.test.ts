import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { trajectoryScore } from './trajectory.ts'

/** [rung, start, months] */
const way = (...steps: readonly (readonly [number | null, number | null, number | null])[]) =>
  trajectoryScore(steps.map(([rung, start, months]) => ({ rung, start, months })))

for (const [got, points, because] of [
  [way([2, 2018, 36]), 15, 'one position: its tenure'],
  [way([2, 2018, 60]), 15, 'five years'],
  [way([2, 2010, 61]), 12, 'over five years'],
  [way([2, 2018, 24]), 15, 'two years'],
  [way([2, 2018, 23]), 10, 'one to two years'],
  [way([2, 2018, 11]), 5, 'under a year'],
  [way([2, 2010, 36], [2, 2013, 36]), 20, 'a move on one level adds 5'],
  [way([2, 2010, 48], [3, 2014, 48]), 50, 'a step up adds 20; a rung in four years grows 15'],
  [way([3, 2014, 48], [2, 2010, 48]), 50, 'the order of writing does not count'],
  [way([3, 2010, 48], [2, 2014, 48]), 15, 'a step down adds nothing'],
  [way([1, 2010, 24], [3, 2012, 24]), 65, 'growth is capped at 30'],
  [way([0, 2010, 24], [1, 2012, 24], [2, 2014, 24], [3, 2016, 24], [4, 2018, 24]), 100, 'the cap'],
  [way([2, null, 36]), null, 'no date'],
  [way([null, 2018, 36]), null, 'no title that says a level'],
  [way([2, 2018, null]), null, 'no tenure'],
  [way(), null, 'no position'],
] as const) {
  test(`${points}: ${because}`, () => equal(got, points))
}
