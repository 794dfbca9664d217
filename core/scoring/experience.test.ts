import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { experienceScore } from './experience.ts'

const matching = (years: number) => ({ years, industryMatches: true })
const other = (years: number) => ({ years, industryMatches: false })
const asks = (minYears: number) => ({ minYears, prefersIndustry: true })

for (const [got, points, because] of [
  [experienceScore([matching(5)], asks(5), false), 90, 'all years, in the industry'],
  [experienceScore([matching(5)], asks(5), true), 100, 'and the seniority'],
  [experienceScore([other(5)], asks(5), false), 56, 'another industry counts 0.7'],
  [experienceScore([other(5)], asks(5), true), 66, 'seniority adds 10'],
  [experienceScore([matching(1), other(5)], asks(9), false), 50, 'each position by its own'],
  [experienceScore([matching(50)], asks(5), true), 100, 'the cap'],
  [experienceScore([other(50)], asks(5), false), 100, 'years alone may reach it'],
  [experienceScore([], asks(5), false), 0, 'none'],
  [
    experienceScore([other(5)], { minYears: 5, prefersIndustry: false }, false),
    80,
    'none preferred',
  ],
  [experienceScore([], asks(0), false), 80, 'nothing required is met'],
] as const) {
  test(`${points}: ${because}`, () => equal(Math.round(got * 1e9) / 1e9, points))
}
