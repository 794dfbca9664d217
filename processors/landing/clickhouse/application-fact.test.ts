import { expect, test } from 'vitest'
import type { ApplicationEvent } from '../../../core/events/events.generated.ts'
import { applicationRow } from './application-fact.ts'

const event = (payload: ApplicationEvent['payload']): ApplicationEvent => ({
  eventId: 'e',
  causeId: 'c',
  tenantId: 't',
  applicationId: 'a',
  candidateId: 'p',
  jobId: 'j',
  source: 's',
  externalId: 'x',
  occurredAt: 1000,
  payload,
})
const consent = { processing: true, aiScoring: false, textVersion: null }

test('a receipt: applied, with where from and what was sent', () => {
  const document = { blob: 'b', fileName: 'n', mediaType: 'application/pdf', bytes: 9 }
  const type = 'application_received'
  const received = {
    type,
    sealed: null,
    document,
    consent,
    appliedAt: 900,
    channel: 'board',
  } as const
  expect(applicationRow(event(received))).toMatchObject({
    kind: 'application_received',
    stage_from: null,
    stage_to: 'applied',
    applied_at: 900,
    channel: 'board',
    consent_ai_scoring: false,
    document_media_type: 'application/pdf',
    document_bytes: 9,
  })
  expect(applicationRow(event({ ...received, document: null })).document_bytes).toBeNull()
})

test('a move: from, to, and nothing of a receipt', () => {
  const move = {
    type: 'stage_move',
    from: 'applied',
    to: 'hired',
    by: 'someone',
    reason: 'words',
  } as const
  const fact = applicationRow(event(move))
  expect(fact).toMatchObject({ stage_from: 'applied', stage_to: 'hired', applied_at: null })
  // Who moved whom, and why in words, is the system of record's.
  expect(JSON.stringify(fact)).not.toMatch(/someone|words/)
})

test('a withdrawal is a stage of its own', () => {
  const fact = applicationRow(event({ type: 'application_withdrawal', reason: 'words' }))
  expect(fact).toMatchObject({ kind: 'application_withdrawal', stage_to: 'withdrawn' })
})
