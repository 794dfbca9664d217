import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { COMPONENTS } from './overall.ts'
import { DEFAULT_WEIGHTS, FORMULA_WEIGHTS } from './weights.ts'

for (const [name, weights] of Object.entries({ DEFAULT_WEIGHTS, FORMULA_WEIGHTS })) {
  test(`${name} sum to 1`, () => {
    const sum = COMPONENTS.reduce((total, component) => total + weights[component], 0)
    equal(Math.round(sum * 1e12) / 1e12, 1)
  })
}
