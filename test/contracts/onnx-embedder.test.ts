import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, inject, test } from 'vitest'
import { openOnnxEmbedder } from '../../adapters/models/onnx-embedder.ts'
import { Fault } from '../../core/fault.ts'
import { embedderContract } from './embedder.ts'

const modelDir = inject('settings').EMBEDDING_MODEL_DIR ?? ''
const hasModel = existsSync(`${modelDir}/model.onnx`)

describe.skipIf(!hasModel)(`onnx${hasModel ? '' : ': no EMBEDDING_MODEL_DIR, skipped'}`, () => {
  embedderContract('onnx', () => openOnnxEmbedder({ modelDir, threads: 2 }))

  test('onnx: one thread and two give the same vectors, bit for bit', async () => {
    const texts = ['a nurse of fifteen years', 'welds pipes', 'keeps the books of a bakery']
    const { signal } = new AbortController()
    await using one = await openOnnxEmbedder({ modelDir, threads: 1 })
    await using two = await openOnnxEmbedder({ modelDir, threads: 2 })
    deepEqual(
      await one.embed(texts, signal),
      await two.embed(texts.toReversed(), signal).then((v) => v.toReversed()),
    )
  })

  test('onnx: near in meaning is near in space', async () => {
    await using embedder = await openOnnxEmbedder({ modelDir, threads: 1 })
    const texts = ['registered nurse', 'caring for patients on a ward', 'roofing with slate']
    const [nurse, care, roof] = (await embedder.embed(texts, new AbortController().signal)).flat()
    const cosine = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, v, at) => sum + v * b[at]!, 0)
    ok(cosine(nurse!, care!) > cosine(nurse!, roof!) + 0.2)
  })
})

test('onnx: a folder without a model says so', async () => {
  await rejects(openOnnxEmbedder({ modelDir: '/nowhere', threads: 1 }), fault('setup.incomplete'))
})

const fault = (code: string) => (error: unknown) => {
  ok(error instanceof Fault)
  equal(error.code, code)
  return true
}
