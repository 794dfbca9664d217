import { deepEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { chunksOf } from './chunks.ts'

const cut = (tokens: readonly string[], most: number) =>
  chunksOf(
    tokens.map((_, n) => n),
    tokens,
    most,
  )

for (const [tokens, most, chunks, because] of [
  ['', 3, [], 'nothing to read'],
  ['a b c', 3, [[0, 1, 2]], 'fits'],
  [
    'a b c d',
    3,
    [
      [0, 1],
      [2, 3],
    ],
    'even pieces',
  ],
  ['a b ##c d', 2, [[0], [1, 2], [3]], 'a word stays whole'],
  [
    'a ##b ##c ##d',
    2,
    [
      [0, 1],
      [2, 3],
    ],
    'a word longer than a piece is cut',
  ],
] as const) {
  test(`${tokens || 'empty'} by ${most}: ${because}`, () => {
    deepEqual(cut(tokens === '' ? [] : tokens.split(' '), most), chunks)
  })
}

test('every token is in exactly one piece, in order, and no piece is too long', () => {
  const tokens = fc.array(fc.constantFrom('a', '##b'), { maxLength: 400 })
  fc.assert(
    fc.property(tokens, fc.integer({ min: 1, max: 60 }), (list, most) => {
      const chunks = cut(list, most)
      deepEqual(
        chunks.flat(),
        list.map((_, n) => n),
      )
      ok(chunks.every((chunk) => chunk.length > 0 && chunk.length <= most))
    }),
  )
})
