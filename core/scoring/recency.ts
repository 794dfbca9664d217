import assert from 'node:assert/strict'

/**
 * How much a skill still counts, given how long it has been unused.
 * @param yearsSinceUse  years, part years allowed, >= 0
 * @returns factor 0.5..1, losing 0.1 a year
 * @throws AssertionError when negative: a bug in the caller, never caught, never retried
 */
export function recencyFactor(yearsSinceUse: number): number {
  assert(yearsSinceUse >= 0, `yearsSinceUse is ${yearsSinceUse}`)
  return Math.max(0.5, 1 - 0.1 * yearsSinceUse)
}
