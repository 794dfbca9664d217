import { equal, notEqual } from 'node:assert/strict'
import { test } from 'vitest'
import { stem } from './stem.ts'

for (const [one, other] of [
  ['managing', 'manages'],
  ['manager', 'managed'],
  ['programming', 'programs'],
  ['developer', 'development'],
  ['troubleshooting', 'troubleshoot'],
  ['optimization', 'optimizing'],
  ['policies', 'policy'],
] as const) {
  test(`${one} and ${other} are forms of one word`, () => equal(stem(one), stem(other)))
}

for (const [one, other] of [
  ['java', 'javascript'],
  ['nurse', 'nursery'],
  ['react', 'reason'],
] as const) {
  test(`${one} and ${other} are not`, () => notEqual(stem(one), stem(other)))
}
