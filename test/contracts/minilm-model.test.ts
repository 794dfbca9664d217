import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, inject, test } from 'vitest'

// First numbers of each text's vector, from a forward pass in float64 that was written apart from
// our graph; the second is also what the model's authors publish for this sentence.
const REFERENCE = [
  {
    ids: [101, 3026, 13970, 5677, 7159, 2229, 3992, 2007, 2175, 1998, 2695, 17603, 2015, 102],
    begins: [0.0122672, 0.0152038, 0.0548776, -0.0187292, -0.0955488, -0.0143198, -0.0081883],
  },
  {
    ids: [101, 2023, 2003, 2019, 2742, 6251, 102],
    begins: [0.0676569, 0.0634959, 0.0487131, 0.079305, 0.0374481, 0.0026528, 0.039375],
  },
]

const folder = inject('settings').EMBEDDING_MODEL_DIR ?? ''

test('the graph that we build gives the reference vectors, padding or not', async () => {
  const session = await InferenceSession.create(join(folder, 'model.onnx'))
  const [batch, tokens] = [REFERENCE.length, Math.max(...REFERENCE.map(({ ids }) => ids.length))]
  const filled = (fill: (row: number, at: number) => number) => {
    const numbers = Array.from({ length: batch * tokens }, (_, i) =>
      BigInt(fill(Math.floor(i / tokens), i % tokens)),
    )
    return new Tensor('int64', BigInt64Array.from(numbers), [batch, tokens])
  }
  const { sentence_embedding: result } = await session.run({
    input_ids: filled((row, at) => REFERENCE[row]?.ids[at] ?? 0),
    attention_mask: filled((row, at) => (at < (REFERENCE[row]?.ids.length ?? 0) ? 1 : 0)),
    token_type_ids: filled(() => 0),
  })
  const values = result?.data as Float32Array
  expect(result?.dims).toEqual([batch, 384])
  REFERENCE.forEach(({ begins }, row) => {
    const vector = values.subarray(row * 384, (row + 1) * 384)
    begins.forEach((expected, i) => {
      expect(Math.abs((vector[i] ?? 0) - expected)).toBeLessThan(2e-7)
    })
    expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-6)
  })
})

test('the model says what it is', () => {
  const about = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'))
  expect(about).toMatchObject({ name: 'all-MiniLM-L6-v2', dimension: 384, maxTokens: 256 })
})
