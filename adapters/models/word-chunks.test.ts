import { deepEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { batchesByTokens, wordChunks } from './word-chunks.ts'

test('pieces hold every letter in order, and none is estimated too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const chunks = wordChunks(text, 12)
      const letters = (of: string) => of.replaceAll(/\s+/g, '')
      deepEqual(letters(chunks.map((chunk) => chunk.text).join('')), letters(text))
      ok(chunks.every(({ tokens }) => tokens <= 12))
    }),
  )
})

test('batches are as full as they may be', () => {
  const sizes = (batches: { tokens: number }[][]) => batches.map((b) => b.map((t) => t.tokens))
  const texts = [4, 4, 4, 20, 1].map((tokens) => ({ text: 'x', tokens }))
  deepEqual(sizes(batchesByTokens(texts, 10)), [[4, 4], [4], [20], [1]])
})
