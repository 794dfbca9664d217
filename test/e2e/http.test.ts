import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { afterAll, beforeAll, inject, test, vi } from 'vitest'
import { applicationId, jobId } from '../../core/ids.ts'
import { ApplicationPassport } from '../../serving/routes/application-status.ts'
import { SearchPage } from '../../serving/routes/candidate-search.ts'
import type { BatchResult } from '../../serving/routes/events.ts'
import { RankedPage } from '../../serving/routes/ranked-candidates.ts'
import { misfits } from '../builders/a-serving.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { anApiKeyOf, type Serving, startServing } from '../world/serving.ts'
import { aJob, anApplication } from '../world/some-applications.ts'
import { startWorkers, type Workers } from '../world/workers.ts'

/** On two cores, with everything else running: a deadline for waiting, not a figure. */
const WITHIN = { timeout: 60_000, interval: 200 }
const LIST = '/v1/jobs/test:job/candidates'
const SEARCH = '/v1/candidates/search?q=typescript%20kafka&must=Kafka'
const APPLICATIONS = 4

let world: World
let workers: Workers
let serving: Serving
let keys: { ours: string; theirs: string }
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  workers = await startWorkers(world)
  serving = await startServing(world)
  const theirs = await anApiKeyOf(world, randomUUID())
  keys = { ours: await anApiKeyOf(world, world.tenantId), theirs }
})
afterAll(async () => {
  await serving?.[Symbol.asyncDispose]()
  await workers?.stop()
  await world?.close()
})

type List = Static<typeof RankedPage>
type Passport = Static<typeof ApplicationPassport>
type Found = Static<typeof SearchPage>

async function ask<Body>(path: string, key = keys.ours, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const answer = await fetch(serving.url + path, { headers, ...init })
  return {
    status: answer.status,
    text: await answer.clone().text(),
    body: (await answer.json()) as Body,
  }
}

const fits = (schema: TSchema, body: unknown) => deepEqual(misfits(schema, body), [])

/** What `send` takes: bytes as base64, no tenant. */
function asJson(event: ReturnType<typeof aJob>) {
  const { tenantId: _, ...said } = event
  return JSON.stringify(said, (_name, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value,
  )
}

test('from HTTP to a ranked list with reasons, found by their own ids, within one tenant', async () => {
  const events = [
    aJob(world.tenantId),
    ...Array.from({ length: APPLICATIONS }, (_, n) => anApplication(world.tenantId, n)),
  ]
  const body = `[${events.map(asJson).join(',')}]`
  const sent = await ask<Static<typeof BatchResult>>('/v1/events', keys.ours, {
    method: 'POST',
    body,
  })
  equal(sent.status, 202)
  equal(
    sent.body.results[1]?.event?.applicationId,
    applicationId(world.tenantId, 'test', 'application-0'),
  )

  const list = await vi.waitUntil(ranked, WITHIN)
  fits(RankedPage, list)
  equal(list.job?.jobId, jobId(world.tenantId, 'test', 'job'))
  const first = list.candidates[0]!
  match(first.name ?? '', /^Person \d$/)
  match(first.email ?? '', /^p\*\*\*@example\.com$/)
  const met = first.requirements?.find((one) => one.requirement === 'TypeScript')
  equal(met?.result, 'met')
  match(met?.quote ?? '', /TypeScript/)
  const order = list.candidates.map((one) => one.overall ?? -1)
  deepEqual(
    order,
    order.toSorted((a, b) => b - a),
  )
})

async function ranked() {
  const { status, body } = await ask<List>(LIST)
  const scored = status === 200 && body.candidates.filter((one) => one.revision)
  return scored && scored.length === APPLICATIONS && body
}

test('pages of two are the whole list, each once, in its order', async () => {
  const ids: string[] = []
  let cursor = ''
  do {
    const { body } = await ask<List>(
      `${LIST}?limit=2&fields=overall${cursor && `&cursor=${cursor}`}`,
    )
    ids.push(...body.candidates.map((one) => one.applicationId!))
    cursor = body.nextCursor ?? ''
  } while (cursor)
  const { body } = await ask<List>(LIST)
  deepEqual(
    ids,
    body.candidates.map((one) => one.applicationId),
  )
})

test('where is it: each step done, each store complete, nothing of the person', async () => {
  const path = '/v1/sources/test/applications/application-0'
  const { body, text } = await vi.waitUntil(async () => {
    const answer = await ask<Passport>(path)
    const waits = answer.body.processors.some(({ state }) => state === 'waiting')
    return !waits && answer
  }, WITHIN)
  fits(ApplicationPassport, body)
  deepEqual(
    body.processors.map(({ processor, state }) => [processor, state]),
    [
      'intake',
      'parsing',
      'embedding',
      'scoring',
      'landing-clickhouse',
      'landing-milvus',
      'landing-postgres',
    ].map((name) => [name, 'done']),
  )
  ok(!text.includes('Person') && !text.includes('example.com'))
})

test('search fuses words and meaning, and says what each candidate lacks', async () => {
  const page = await vi.waitUntil(async () => {
    const { body } = await ask<Found>(SEARCH)
    return body.mode === 'fused' && body.candidates.length === APPLICATIONS && body
  }, WITHIN)
  fits(SearchPage, page)
  const [best, ...others] = page.candidates
  deepEqual([best?.reasons.words, best?.reasons.mustHavesMissing], [['kafka', 'typescript'], []])
  ok(
    others.some(
      (one: { reasons: { mustHavesMissing: string[] } }) =>
        one.reasons.mustHavesMissing[0] === 'Kafka',
    ),
  )
})

test('another tenant sees none of it', async () => {
  equal((await ask(LIST, keys.theirs)).status, 404)
  equal(
    (await ask(`/v1/jobs/${jobId(world.tenantId, 'test', 'job')}/candidates`, keys.theirs)).status,
    404,
  )
  equal((await ask('/v1/sources/test/applications/application-0', keys.theirs)).status, 404)
  const page = await vi.waitUntil(async () => {
    const { body } = await ask<Found>(SEARCH, keys.theirs)
    return body.mode === 'fused' && body
  }, WITHIN)
  deepEqual(page.candidates, [])
})
