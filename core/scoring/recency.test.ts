import { equal, throws } from 'node:assert/strict'
import { test } from 'vitest'
import { recencyFactor } from './recency.ts'

for (const [years, factor, because] of [
  [0, 1, 'in use now'],
  [2.5, 0.75, 'part years count'],
  [5, 0.5, 'the floor is reached exactly here'],
  [40, 0.5, 'an old skill never falls under the floor'],
] as const) {
  test(`unused for ${years} years counts ${factor}: ${because}`, () => {
    equal(recencyFactor(years), factor)
  })
}

test('a use in the future is a bug of the caller', () => {
  throws(() => recencyFactor(-1))
})
