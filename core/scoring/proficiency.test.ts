import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { proficiencyFactor } from './proficiency.ts'

const nothing = { minProficiency: null, minYears: null }

for (const [proficiency, years, asked, factor, because] of [
  ['expert', null, nothing, 1, 'the top level'],
  ['beginner', 20, nothing, 0.5, 'a stated level beats years'],
  [null, 8, nothing, 1, 'years suggest a level'],
  [null, 5, nothing, 0.9, 'years suggest a level'],
  [null, null, nothing, 0.75, 'nothing known: the middle'],
  ['advanced', null, { minProficiency: 'advanced', minYears: null }, 1, 'what is asked'],
  ['intermediate', null, { minProficiency: 'expert', minYears: null }, 0.75, 'its share'],
  ['beginner', null, { minProficiency: 'expert', minYears: null }, 0.5, 'the floor'],
  [null, 3, { minProficiency: null, minYears: 4 }, 0.75, 'share of the years'],
  [null, 1, { minProficiency: null, minYears: 10 }, 0.5, 'never under the floor'],
  [null, null, { minProficiency: null, minYears: 4 }, 0.75, 'unknown years: the middle'],
  ['expert', 2, { minProficiency: 'expert', minYears: 4 }, 0.5, 'both asked: the lower'],
  [
    'expert',
    null,
    { minProficiency: 'wizard', minYears: null },
    1,
    'an unknown level asks nothing',
  ],
] as const) {
  test(`${proficiency}, ${years} years, asked ${JSON.stringify(asked)}: ${because}`, () => {
    equal(proficiencyFactor({ proficiency, years }, asked), factor)
  })
}
