import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import type { InboxEvent, Person } from './events.generated.ts'
import { inboxEventFromJson, inboxKey } from './inbox.ts'

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/avro/inbox.avsc'), 'utf8'),
)
const event = (payload: object) => ({
  eventId: 'e-1',
  tenantId: '11111111-1111-4111-8111-111111111111',
  source: 'greenhouse',
  occurredAt: 0,
  payload,
})
const consent = { processing: true, aiScoring: false }

for (const payload of [
  { type: 'application_withdrawn', externalId: 'a' },
  { type: 'stage_changed', externalId: 'a', to: 'screened' },
  { type: 'job_published', externalId: 'j', title: 'Nurse', description: '' },
  { type: 'job_closed', externalId: 'j' },
  { type: 'candidate_changed', candidate: { externalId: 'c' } },
  { type: 'candidate_merged', kept: { externalId: 'c' }, merged: { email: 'x@y' } },
  { type: 'consent_changed', candidate: { email: 'x@y' }, consent },
  { type: 'erasure_requested', candidate: { externalId: 'c' } },
]) {
  test(`reads ${payload.type}`, () => {
    const { value, problems } = inboxEventFromJson(schema, event(payload))
    deepEqual([problems, value?.payload.type], [null, payload.type])
  })
}

test('weights that do not sum to 1 are refused', () => {
  const weights = { skills: 0.5, experience: 0.3, culture: 0.15, trajectory: 0.15 }
  const job = { type: 'job_published', externalId: 'j', title: 't', description: '', weights }
  const { problems } = inboxEventFromJson(schema, event(job))
  deepEqual(problems, [{ pointer: '/payload/weights', detail: 'must sum to 1' }])
})

test('both people of a merge are looked at', () => {
  const merge = { type: 'candidate_merged', kept: { externalId: 'c' }, merged: { name: 'x' } }
  equal(inboxEventFromJson(schema, event(merge)).problems?.[0]?.pointer, '/payload/merged')
})

const keyOf = (payload: object) =>
  inboxKey(inboxEventFromJson(schema, event(payload)).value as InboxEvent)

test('the key is the thing’s own id, so that its events keep their order', () => {
  equal(keyOf({ type: 'application_withdrawn', externalId: 'a-1' }), 'a-1')
  equal(keyOf({ type: 'candidate_changed', candidate: { externalId: 'c-1' } }), 'c-1')
})

test('a person without an id is keyed alike however the address is written, and not by it', () => {
  const key = (email: Person['email']) => keyOf({ type: 'candidate_changed', candidate: { email } })
  equal(key('Ada@Example.com '), key('ada@example.com'))
  notEqual(key('ada@example.com'), key('bob@example.com'))
  equal(key('ada@example.com').includes('@'), false)
})
