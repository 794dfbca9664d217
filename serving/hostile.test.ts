import { deepEqual, ok } from 'node:assert/strict'
import { assert, asyncProperty, constantFrom, json, oneof, string, tuple } from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeAll, test } from 'vitest'
import { aKey, aServing, bearer, misfits } from '../test/builders/a-serving.ts'
import { Problem } from './problem.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = (await aServing()).app
})

/** No answer is a mistake of ours, and every refusal is a problem by its schema. */
function decent(answer: { statusCode: number; headers: object; body: string }): void {
  ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body}`)
  const type = String((answer.headers as Record<string, unknown>)['content-type'] ?? '')
  if (type.startsWith('application/problem+json'))
    deepEqual(misfits(Problem, JSON.parse(answer.body)), [])
  else ok(answer.statusCode < 400 || answer.body.startsWith('{"accepted"'), answer.body)
}

const anything = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  constantFrom('..', '%', '%00', 'a:b', ':'),
)
const paths = constantFrom(
  '/v1/jobs/#/candidates',
  '/v1/sources/#/applications/#',
  '/v1/candidates/search',
  '/#',
)

test('any address and query is answered decently', async () => {
  await assert(
    asyncProperty(paths, tuple(anything, anything, anything), async (path, [id, name, value]) => {
      const url = path.replaceAll('#', () => encodeURIComponent(id.toWellFormed()))
      const query = { [name.toWellFormed()]: value.toWellFormed(), q: id.toWellFormed() }
      decent(await app.inject({ url, query, headers: bearer(aKey()) }))
    }),
    { numRuns: 200 },
  )
})

test('any JSON, and what is none, sent as an event is answered decently', async () => {
  const headers = { ...bearer(aKey()), 'content-type': 'application/json' }
  const bodies = oneof(json(), string({ maxLength: 200 }))
  await assert(
    asyncProperty(bodies, async (payload) => {
      decent(await app.inject({ method: 'POST', url: '/v1/events', headers, payload }))
    }),
    { numRuns: 300 },
  )
})

test('any key is answered decently', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary-ascii', maxLength: 100 }), async (text) => {
      const authorization = `Bearer ${text.replace(/[^\x20-\x7e]/g, '?')}`
      decent(await app.inject({ url: '/v1/jobs/a:b/candidates', headers: { authorization } }))
    }),
    { numRuns: 100 },
  )
})

for (const [method, url] of [
  ['DELETE', '/v1/events'],
  ['POST', '/v1/candidates/search'],
  ['PUT', '/livez'],
  ['HEAD', '/nothing'],
  ['OPTIONS', '/v1/events'],
] as const) {
  test(`${method} ${url} is a problem`, async () => {
    const answer = await app.inject({ method, url, headers: bearer(aKey()) })
    deepEqual(answer.statusCode, 404)
  })
}
