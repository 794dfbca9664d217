import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { applicationId, jobId } from '../../core/ids.ts'
import {
  aKey,
  anApiKey,
  aServing,
  bearer,
  OTHER_TENANT,
  someApiKeys,
  TENANT,
} from '../../test/builders/a-serving.ts'

const consent = { processing: true, aiScoring: true }
const submitted = (fields: object = {}) => ({
  eventId: 'e-1',
  source: 'greenhouse',
  occurredAt: '2026-02-01T10:00:00Z',
  payload: {
    type: 'application_submitted',
    externalId: 'a-1',
    jobExternalId: 'j-1',
    candidate: { email: 'ada@example.com' },
    document: { content: Buffer.from('hello').toString('base64') },
    consent,
    ...fields,
  },
})
const post = async (payload: unknown, deps = {}) => {
  const { app, published } = await aServing(deps)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/events',
    headers: { ...bearer(aKey()), 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
  return { answer, published, body: answer.json() }
}

test('one event: 202 with the ids that every repeat gets, and the same record as by Kafka', async () => {
  const { answer, body, published } = await post(submitted())
  equal(answer.statusCode, 202)
  deepEqual(body, {
    eventId: 'e-1',
    applicationId: applicationId(TENANT, 'greenhouse', 'a-1'),
    jobId: jobId(TENANT, 'greenhouse', 'j-1'),
  })
  equal(published.length, 1)
  const [{ topic, key, value }] = published as [never] as unknown as [
    {
      topic: string
      key: string
      value: {
        tenantId: string
        occurredAt: number
        payload: { document: { content: Uint8Array; url: null } }
      }
    },
  ]
  deepEqual([topic, key, value.tenantId], ['inbox', 'a-1', TENANT])
  equal(value.occurredAt, Date.UTC(2026, 1, 1, 10))
  equal(Buffer.from(value.payload.document.content).toString(), 'hello')
  equal(value.payload.document.url, null)
})

for (const [because, payload, pointer] of [
  ['a field is missing', { ...submitted(), eventId: undefined }, '/eventId'],
  ['a field is unknown', submitted({ extra: 1 }), '/payload/extra'],
  ['a type is unknown', { ...submitted(), payload: { type: 'hired' } }, '/payload/type'],
  ['a time has no zone', { ...submitted(), occurredAt: '2026-02-01T10:00:00' }, '/occurredAt'],
  [
    'content is no base64',
    submitted({ document: { content: '***' } }),
    '/payload/document/content',
  ],
  ['nobody is named', submitted({ candidate: { name: 'x' } }), '/payload/candidate'],
  ['an id is empty', submitted({ externalId: ' ' }), '/payload/externalId'],
  ['a source holds a colon', { ...submitted(), source: 'a:b' }, '/source'],
  ['the tenant is another', { ...submitted(), tenantId: OTHER_TENANT }, '/tenantId'],
  ['it is no object', 5, ''],
  [
    'a consent is no boolean',
    submitted({ consent: { processing: 'yes', aiScoring: true } }),
    '/payload/consent/processing',
  ],
] as const) {
  test(`refused with a pointer when ${because}`, async () => {
    const { answer, body, published } = await post(payload)
    equal(answer.statusCode, 422)
    ok(answer.headers['content-type']?.toString().startsWith('application/problem+json'))
    deepEqual(
      body.errors.map((error: { pointer: string }) => error.pointer),
      [pointer],
    )
    equal(published.length, 0)
  })
}

test('a batch: a result for each, the good ones are taken', async () => {
  const { answer, body, published } = await post([submitted(), { ...submitted(), eventId: '' }])
  equal(answer.statusCode, 207)
  deepEqual([body.accepted, body.refused], [1, 1])
  deepEqual(
    body.results.map((one: { status: string }) => one.status),
    ['accepted', 'refused'],
  )
  deepEqual(body.results[1].errors[0].pointer, '/eventId')
  equal(published.length, 1)
})

test('a batch above the limit is refused whole', async () => {
  const { answer } = await post(Array.from({ length: 1001 }, () => submitted()))
  equal(answer.statusCode, 400)
})

test('a key without the scope of that kind of event is refused', async () => {
  const apiKeys = someApiKeys({ [aKey()]: anApiKey({ scopes: ['write:jobs'] }) })
  const { answer, body } = await post(submitted(), { apiKeys })
  deepEqual([answer.statusCode, body.code], [403, 'key.scope'])
})

test('the log is away: 503, retryable, and nothing is claimed', async () => {
  const events = { publish: async () => Promise.reject(new Fault('event_log.unavailable', 'x')) }
  const { answer, body } = await post(submitted(), { events })
  deepEqual([answer.statusCode, body.retryable, body.code], [503, true, 'event_log.unavailable'])
  ok(answer.headers['retry-after'])
})

test('what is no JSON is a problem, not a crash', async () => {
  const { answer, body } = await post('{"eventId": ')
  deepEqual([answer.statusCode, body.code], [400, 'request.malformed'])
})
