import { expect, test } from 'vitest'
import { isUnitVector, meanDirection } from './unit-vector.ts'

const vector = (...values: number[]) => Float32Array.from(values)

for (const [values, unit, because] of [
  [vector(1, 0), true, 'an axis'],
  [vector(0.6, 0.8), true, 'any direction'],
  [vector(1, 1), false, 'too long'],
  [vector(0, 0), false, 'no direction'],
  [vector(Number.NaN, 1), false, 'not a number'],
  [vector(Number.POSITIVE_INFINITY, 0), false, 'not finite'],
  [vector(1, 0, 0), false, 'another dimension'],
] as const) {
  test(`a vector of two dimensions: ${because}`, () => {
    expect(isUnitVector(values, 2)).toBe(unit)
  })
}

test('the mean of chunks has unit length, and order does not matter', () => {
  const mean = meanDirection([vector(1, 0), vector(0, 1)])!
  expect(isUnitVector(mean, 2)).toBe(true)
  expect(mean[0]).toBeCloseTo(Math.SQRT1_2, 6)
  expect(meanDirection([vector(0, 1), vector(1, 0)])).toEqual(mean)
})

test('one chunk is its own mean; opposites keep the first; none has no mean', () => {
  expect(meanDirection([vector(0.6, 0.8)])).toEqual(vector(0.6, 0.8))
  expect(meanDirection([vector(1, 0), vector(-1, 0)])).toEqual(vector(1, 0))
  expect(meanDirection([])).toBeNull()
})
