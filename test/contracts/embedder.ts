import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { afterAll, beforeAll, test } from 'vitest'
import type { Embedder } from '../../core/ports/embedder.ts'

export type OpenedEmbedder = Embedder & Partial<AsyncDisposable>

/** Called by each adapter's own test file: embedderContract('memory', openMemoryEmbedder). */
export function embedderContract(name: string, open: () => Promise<OpenedEmbedder>): void {
  let embedder: OpenedEmbedder
  beforeAll(async () => {
    embedder = await open()
  })
  afterAll(async () => {
    await embedder[Symbol.asyncDispose]?.()
  })
  const { signal } = new AbortController()
  const long = Array.from({ length: 700 }, (_, n) => `word${n}`).join(' ')
  const lengthOf = (vector: Float32Array) => Math.hypot(...vector)

  test(`${name}: one list of vectors a text, in order, of the said dimension and unit length`, async () => {
    const answer = await embedder.embed(['a nurse', long, 'a welder'], signal)
    equal(answer.length, 3)
    for (const vector of answer.flat()) {
      equal(vector.length, embedder.dimension)
      ok(Math.abs(lengthOf(vector) - 1) < 1e-3)
    }
  })

  test(`${name}: a long text is cut into chunks, never cut off`, async () => {
    const [short = [], whole = [], other = []] = await embedder.embed(
      ['a nurse', long, `${long} and at the very end an orchard`],
      signal,
    )
    equal(short.length, 1)
    ok(whole.length > 1)
    ok(!sameVectors(whole, other), 'its last words are read')
  })

  test(`${name}: the same text gives the same vectors, whatever is beside it`, async () => {
    const [alone = []] = await embedder.embed(['a nurse'], signal)
    const among = await embedder.embed([long, 'a nurse', 'x', 'a nurse'], signal)
    deepEqual(among[1], alone)
    deepEqual(among[3], alone)
  })

  test(`${name}: an empty text has no chunks, no text no answer`, async () => {
    deepEqual(await embedder.embed(['', '  '], signal), [[], []])
    deepEqual(await embedder.embed([], signal), [])
  })

  test(`${name}: an aborted call ends with the abort's reason`, async () => {
    const reason = new Error('stopping')
    await rejects(embedder.embed(['a nurse'], AbortSignal.abort(reason)), reason)
  })
}

const sameVectors = (one: readonly Float32Array[], other: readonly Float32Array[]) =>
  one.length === other.length &&
  one.every((vector, nth) => vector.every((value, at) => value === other[nth]![at]))
