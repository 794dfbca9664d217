import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { afterAll, beforeAll, inject, test, vi } from 'vitest'
import { runNode } from '../world/node-process.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { anApiKeyOf, startServing } from '../world/serving.ts'

/** Nobody listens there. */
const AWAY = '127.0.0.1:1'

let world: World
let key: string
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  key = await anApiKeyOf(world, world.tenantId)
})
afterAll(() => world?.close())

/** What any of our answers may hold. */
interface Body {
  readonly status?: string
  readonly code?: string
  readonly mode?: string
  readonly accepted?: number
  readonly retryable?: boolean
  readonly candidates?: readonly unknown[]
  readonly checks?: readonly { readonly name: string; readonly ok: boolean }[]
}

const ask = async (url: string, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const answer = await fetch(url, { headers, ...init })
  return { status: answer.status, body: (await answer.json()) as Body }
}

const searched = async (url: string, mode: string) => {
  const { body } = await ask(`${url}/v1/candidates/search?q=python`)
  return body.mode === mode && body
}

const published = (eventId: string) => ({
  eventId,
  source: 'test',
  occurredAt: '2026-03-01T09:00:00Z',
  payload: { type: 'job_published', externalId: 'j-1', title: 'Nurse', description: 'Cares.' },
})

test('all parts answer: ready, an event is taken, an unknown job is a 404; it goes quietly', async () => {
  await using serving = await startServing(world)
  const { process, url } = serving
  const ready = await ask(`${url}/readyz`)
  deepEqual([ready.status, ready.body.status], [200, 'ready'])
  deepEqual(
    ready.body.checks?.map(({ name }) => name),
    ['postgres', 'kafka', 'milvus'],
  )
  const body = JSON.stringify([published('e-1'), published('e-2')])
  const sent = await ask(`${url}/v1/events`, { method: 'POST', body })
  deepEqual([sent.status, sent.body.accepted], [202, 2])
  const list = await ask(`${url}/v1/jobs/test:nothing/candidates`)
  deepEqual([list.status, list.body.code], [404, 'job.unknown'])
  // The first search of a tenant makes its collection: until then by words alone.
  const found = await vi.waitUntil(() => searched(url, 'fused'), { timeout: 30_000, interval: 200 })
  deepEqual(found.candidates, [])
  const { code, output } = await process.stop()
  equal(code, 0)
  match(output, /serving is ready on http:\/\/127\.0\.0\.1:\d+\n/)
})

test('the log is away: reading goes on, writing says so and is retryable', async () => {
  await using serving = await startServing(world, { KAFKA_BROKERS: AWAY })
  const ready = await ask(`${serving.url}/readyz`)
  deepEqual([ready.status, ready.body.status], [200, 'degraded'])
  const body = JSON.stringify(published('e-3'))
  const sent = await ask(`${serving.url}/v1/events`, { method: 'POST', body })
  deepEqual([sent.status, sent.body.retryable], [503, true])
  equal((await ask(`${serving.url}/v1/jobs/test:nothing/candidates`)).status, 404)
})

test('Postgres is away: alive, not ready, and every answer a 503 problem', async () => {
  await using serving = await startServing(world, {
    POSTGRES_APP_URL: `postgres://nobody@${AWAY}/nothing`,
  })
  equal((await ask(`${serving.url}/livez`)).status, 200)
  const ready = await ask(`${serving.url}/readyz`)
  equal(ready.status, 503)
  ok(ready.body.checks?.some((check) => check.name === 'postgres' && !check.ok))
  const list = await ask(`${serving.url}/v1/jobs/test:nothing/candidates`)
  deepEqual([list.status, list.body.code, list.body.retryable], [503, 'database.unavailable', true])
})

test('its port is taken: it says so, and which setting changes it', async () => {
  await using serving = await startServing(world)
  const HTTP_PORT = new URL(serving.url).port
  const second = runNode(['serving/main.ts'], { env: { ...world.env, HTTP_PORT } })
  const { code, output } = await second.ended
  equal(code, 69)
  match(output, /HTTP_PORT names another/)
})

test('settings are missing: each is named, before anything connects', async () => {
  const { code, output } = await runNode(['serving/main.ts'], { env: {} }).ended
  equal(code, 64)
  for (const name of ['POSTGRES_APP_URL', 'KAFKA_BROKERS', 'SCHEMA_REGISTRY_URL', 'REGION_KEY']) {
    ok(output.includes(name), name)
  }
})
