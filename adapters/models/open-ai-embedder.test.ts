import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { afterAll, beforeAll, test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { embedderContract } from '../../test/contracts/embedder.ts'
import {
  type Behaviour,
  type EmbeddingServer,
  embeddingServer,
} from '../../test/contracts/embedding-server.ts'
import { openAiEmbedder } from './open-ai-embedder.ts'

const fault = (code: string) => (error: unknown) => {
  ok(error instanceof Fault)
  equal(error.code, code)
  return true
}

const DIMENSION = 48
let server: EmbeddingServer
const embedder = (given: { timeoutMs?: number; batchTokens?: number } = {}) =>
  openAiEmbedder({
    url: server.url,
    model: 'm',
    dimension: DIMENSION,
    key: 'k',
    maxTokens: 512,
    batchTokens: 2_000,
    timeoutMs: 5_000,
    ...given,
  })
const { signal } = new AbortController()
beforeAll(async () => {
  server = await embeddingServer(DIMENSION)
})
afterAll(() => server[Symbol.asyncDispose]())

embedderContract('openai', async () => embedder())

test('openai: batches by tokens', async () => {
  server.behave('right')
  server.requests.length = 0
  await embedder({ batchTokens: 10 }).embed(['one', 'two', 'three', 'four'], signal)
  deepEqual(server.requests, [['one', 'two', 'three'], ['four']])
})

test('openai: the answer’s index counts, not its order', async () => {
  server.behave('right')
  const right = await embedder().embed(['one', 'two'], signal)
  server.behave('shuffled')
  deepEqual(await embedder().embed(['one', 'two'], signal), right)
})

const FAULTS: readonly (readonly [Behaviour, string])[] = [
  ['wrong dimension', 'embedder.bad_answer'],
  ['not finite', 'embedder.bad_answer'],
  ['too few', 'embedder.bad_answer'],
  ['no json', 'embedder.bad_answer'],
  ['too long', 'embedder.bad_answer'],
  ['no such model', 'embedder.unavailable'],
  ['overloaded', 'embedder.unavailable'],
  ['silent', 'embedder.unavailable'],
  ['slow drip', 'embedder.unavailable'],
]
for (const [behaviour, code] of FAULTS) {
  test(`openai: ${behaviour} is ${code}`, async () => {
    server.behave(behaviour)
    await rejects(embedder({ timeoutMs: 300 }).embed(['one', 'two'], signal), fault(code))
  })
}
