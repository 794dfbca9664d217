import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import fastify from 'fastify'
import { test } from 'vitest'
import { Fault } from '../core/fault.ts'
import {
  aKey,
  anApiKey,
  aServing,
  bearer,
  NOW,
  OTHER_TENANT,
  someApiKeys,
  TENANT,
} from '../test/builders/a-serving.ts'
import { guardAccess } from './plugins/access.ts'

const LIST = '/v1/jobs/greenhouse:j-1/candidates'

test('a route without an access rule stops the start', async () => {
  const app = fastify()
  guardAccess(app, someApiKeys({}), () => NOW)
  await rejects(async () => {
    app.get('/open', async () => 'x')
    await app.ready()
  }, /GET \/open declares no access rule/)
})

const expired = aKey(undefined, 'e'.repeat(32))
const poor = aKey(undefined, 'p'.repeat(32))
const closed = aKey(undefined, 's'.repeat(32))
const moved = aKey(OTHER_TENANT, 'k'.repeat(32))
const keys = someApiKeys({
  [aKey()]: anApiKey(),
  [expired]: anApiKey({ expiresAt: NOW }),
  [poor]: anApiKey({ scopes: ['write:jobs'] }),
  [closed]: anApiKey({ tenantStatus: 'suspended' }),
  [moved]: anApiKey(),
})
for (const [because, headers, status, code] of [
  ['no key', {}, 401, 'key.missing'],
  ['no key of ours', bearer('abc'), 401, 'key.invalid'],
  ['an unknown key', bearer(aKey(undefined, 'u'.repeat(32))), 401, 'key.invalid'],
  ['an expired key', bearer(expired), 401, 'key.invalid'],
  ["a key that names another tenant than its owner's", bearer(moved), 401, 'key.invalid'],
  ['a key of a suspended tenant', bearer(closed), 403, 'tenant.suspended'],
  ['a key without the scope', bearer(poor), 403, 'key.scope'],
  ['the right key, the job is unknown', bearer(aKey()), 404, 'job.unknown'],
  ['the right key by the other header', { 'x-api-key': aKey() }, 404, 'job.unknown'],
] as const) {
  test(`${because}: ${status} ${code}`, async () => {
    const { app } = await aServing({ apiKeys: keys })
    const answer = await app.inject({ url: LIST, headers })
    deepEqual([answer.statusCode, answer.json().code], [status, code])
    equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
  })
}

test('an unknown address is a problem too', async () => {
  const { app } = await aServing()
  for (const url of ['/nothing', '/v1/%zz', '/v1/jobs']) {
    const answer = await app.inject({ url })
    deepEqual([answer.statusCode, answer.json().code], [404, 'route.unknown'], url)
  }
})

test('a mistake of ours shows and logs nothing of what was asked', async () => {
  const jobs = {
    byId: () => Promise.reject(new TypeError('cannot read ada@example.com')),
    list: async () => [],
  }
  const { app, logged } = await aServing({ jobs })
  const answer = await app.inject({
    url: '/v1/jobs/greenhouse:ada@example.com/candidates',
    headers: bearer(aKey()),
  })
  deepEqual([answer.statusCode, answer.json().code], [500, 'bug'])
  ok(!answer.body.includes('ada@'))
  ok(logged.length >= 2, 'a line for the mistake, a line for the request')
  ok(!logged.join('').includes('ada'), logged.join(''))
  ok(logged.some((line) => line.includes('TypeError')))
})

test('a log line names pattern, status, time, tenant and request, no more', async () => {
  const { app, logged } = await aServing()
  await app.inject({ url: `${LIST}?limit=3`, headers: bearer(aKey()) })
  const line = JSON.parse(logged.at(-1) ?? '{}')
  deepEqual(Object.keys(line).sort(), [
    'level',
    'method',
    'ms',
    'msg',
    'request_id',
    'route',
    'service',
    'status',
    'tenant',
    'time',
  ])
  equal(line.route, '/v1/jobs/:id/candidates')
  equal(logged.at(-1)?.match(/request_id/g)?.length, 1)
})

for (const [because, query] of [
  ['a limit that is none', 'limit=0'],
  ['an unknown parameter', 'page=2'],
  ['an unknown field', 'fields=salary'],
] as const) {
  test(`${because} is refused by name`, async () => {
    const { app } = await aServing()
    const answer = await app.inject({ url: `${LIST}?${query}`, headers: bearer(aKey()) })
    deepEqual([answer.statusCode, answer.json().errors[0].parameter], [400, query.split('=')[0]])
  })
}

test('a fault of a store is its own status, and says whether to try again', async () => {
  const generations = { active: () => Promise.reject(new Fault('database.unavailable', 'x')) }
  const { app } = await aServing({ generations })
  const answer = await app.inject({ url: LIST, headers: bearer(aKey()) })
  const { code, retryable, request_id } = answer.json()
  deepEqual(
    [answer.statusCode, code, retryable, request_id],
    [503, 'database.unavailable', true, 'request-1'],
  )
})

test('the caller’s request id comes back where it is harmless', async () => {
  const { app } = await aServing()
  const given = await app.inject({ url: '/livez', headers: { 'x-request-id': 'abc-12345678' } })
  equal(given.headers['x-request-id'], 'abc-12345678')
  const odd = await app.inject({ url: '/livez', headers: { 'x-request-id': 'ada@example.com' } })
  equal(odd.headers['x-request-id'], 'request-1')
})

test('OpenAPI 3.1 names every public route, and the docs page every problem', async () => {
  const { app } = await aServing()
  const document = (await app.inject('/openapi.json')).json()
  equal(document.openapi, '3.1.0')
  deepEqual(Object.keys(document.paths).sort(), [
    '/livez',
    '/readyz',
    '/startupz',
    '/v1/candidates/search',
    '/v1/events',
    '/v1/jobs/{id}/candidates',
    '/v1/sources/{source}/applications/{externalId}',
  ])
  ok(document.components.schemas.InboxEvent)
  for (const [, name] of JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
    ok(document.components.schemas[name ?? ''], name)
  }
  const search = document.paths['/v1/candidates/search'].get
  deepEqual(
    search.parameters.filter(({ required }: { required: boolean }) => required),
    [],
    'what has a default may be left out',
  )
  ok(search.responses[503].content['application/problem+json'])
  const docs = await app.inject('/docs')
  ok(docs.body.includes('id="job.unknown"') && docs.body.includes('id="event_log.unavailable"'))
  ok(docs.headers['content-security-policy'])
  equal((await app.inject('/')).statusCode, 200)
})

test('metrics count by pattern, without tenants or ids', async () => {
  const { app } = await aServing()
  await app.inject({ url: LIST, headers: bearer(aKey()) })
  const { body } = await app.inject('/metrics')
  ok(
    body.includes(
      'hirestream_http_request_seconds_count{service="serving",method="GET",route="/v1/jobs/:id/candidates",status="404"',
    ),
  )
  ok(!body.includes(TENANT) && !body.includes('j-1'))
})
