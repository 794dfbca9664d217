import { deepEqual, throws } from 'node:assert/strict'
import { test } from 'vitest'
import { vectorBytes, vectorsOf } from './vector-bytes.ts'

const vectors = [Float32Array.of(0.1, -2, 3), Float32Array.of(4, 5e-9, -0)]

test('vectors survive the way through bytes, bit for bit, from any place in a buffer', () => {
  const bytes = vectorBytes(vectors)
  const moved = new Uint8Array(bytes.length + 1).subarray(1)
  moved.set(bytes)
  deepEqual(vectorsOf(moved, 3), vectors)
})

test('they are float32, little endian', () => {
  deepEqual([...vectorBytes([Float32Array.of(1)])], [0, 0, 0x80, 0x3f])
})

test('no vectors are no bytes', () => {
  deepEqual(vectorsOf(vectorBytes([]), 3), [])
})

test('half a vector is refused', () => {
  throws(() => vectorsOf(new Uint8Array(8), 3), RangeError)
})
