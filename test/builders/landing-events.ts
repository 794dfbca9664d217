import { randomUUID } from 'node:crypto'
import type {
  ApplicationEvent,
  CandidateState,
  JobVersion,
  ParkedRecord,
  ProfileParsed,
} from '../../core/events/events.generated.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import { applicationId, jobId } from '../../core/ids.ts'
import type { LandedEvent, LandingBatch } from '../../core/ports/sink.ts'

export const NOON_MS = 1_790_000_000_000
const CONSENT = { processing: true, aiScoring: true, textVersion: 'v1' }

/** Ids of one made-up application, whoever it is about. */
export function anApplication(tenantId: string, externalId: string = randomUUID()) {
  return {
    tenantId,
    applicationId: applicationId(tenantId, 'greenhouse', externalId),
    candidateId: randomUUID(),
    jobId: jobId(tenantId, 'greenhouse', 'j-1'),
    source: 'greenhouse',
    externalId,
  }
}
export type Ids = ReturnType<typeof anApplication>

export function received(ids: Ids, fields: Partial<ApplicationEvent> = {}): ApplicationEvent {
  return {
    ...caused(),
    ...ids,
    occurredAt: NOON_MS,
    payload: {
      type: 'application_received',
      sealed: Buffer.from('sealed contact'),
      document: { blob: 'b/1', fileName: '.pdf', mediaType: 'application/pdf', bytes: 1000 },
      consent: CONSENT,
      appliedAt: NOON_MS,
      channel: 'board',
    },
    ...fields,
  }
}

export function moved(ids: Ids, to: string, occurredAt: number): ApplicationEvent {
  const payload = { type: 'stage_move', from: null, to, by: 'u1', reason: null } as const
  return { ...caused(), ...ids, candidateId: null, jobId: null, occurredAt, payload }
}

export function withdrawn(ids: Ids, occurredAt: number): ApplicationEvent {
  const payload = { type: 'application_withdrawal', reason: null } as const
  return { ...caused(), ...ids, candidateId: null, jobId: null, occurredAt, payload }
}

export const aCandidate = (ids: Ids, fields: Partial<CandidateState> = {}): CandidateState => ({
  ...caused(),
  tenantId: ids.tenantId,
  candidateId: ids.candidateId,
  version: 1,
  status: 'active',
  mergedInto: null,
  consent: CONSENT,
  sealed: Buffer.from('sealed person'),
  changedAt: NOON_MS,
  ...fields,
})

export const aJob = (ids: Ids, fields: Partial<JobVersion> = {}): JobVersion => ({
  ...caused(),
  tenantId: ids.tenantId,
  jobId: ids.jobId,
  source: 'greenhouse',
  externalId: 'j-1',
  version: 1,
  status: 'open',
  title: 'Nurse',
  description: 'Cares for people.',
  department: null,
  location: 'Hull',
  requirements: { skills: [], education: null, experience: null },
  cultureAttributes: ['calm'],
  weights: { skills: 0.4, experience: 0.3, culture: 0.15, trajectory: 0.15, relevance: 0 },
  changedAt: NOON_MS,
  ...fields,
})

export const aProfile = (ids: Ids, fields: Partial<ProfileParsed> = {}): ProfileParsed => ({
  ...caused(),
  tenantId: ids.tenantId,
  applicationId: ids.applicationId,
  candidateId: ids.candidateId,
  jobId: ids.jobId,
  generation: 1,
  outcome: 'parsed',
  reason: null,
  parserVersion: 'parsing-1',
  confidence: 0.9,
  warnings: [{ code: 'hidden_text', detail: '3 words on page 1' }],
  language: 'en',
  pages: 2,
  skills: ['Java', 'Machine Learning'],
  yearsOfExperience: 4.5,
  sealedProfile: Buffer.from('sealed profile'),
  consent: CONSENT,
  appliedAt: NOON_MS,
  ...fields,
})

export const aParked = (ids: Ids, fields: Partial<ParkedRecord> = {}): ParkedRecord => ({
  eventId: randomUUID(),
  tenantId: ids.tenantId,
  processor: 'parsing',
  topic: 'applications',
  partition: 0,
  offset: 7,
  reason: 'document_missing',
  detail: 'blob b/1',
  fingerprint: 'abc',
  attempt: 1,
  sealedKey: null,
  sealedValue: null,
  headers: { hs_subject: ids.applicationId },
  parkedAt: NOON_MS,
  ...fields,
})

const caused = () => ({ eventId: randomUUID(), causeId: randomUUID() })

/** Events as one batch of partition 0, from `from` on; not yet claimed: epoch 1 is the first claim's. */
export function aBatch<T extends Topic>(
  topic: T,
  events: readonly Events[T][],
  { from = 0, epoch = 1, partition = 0 } = {},
): LandingBatch {
  const landed = events.map((event, nth): LandedEvent<T> => {
    const place = { topic, partition, offset: from + nth, timestamp: NOON_MS + nth }
    return { ...place, event: () => event, raw: new Uint8Array() }
  })
  const next = from + events.length
  return { topic, partition, epoch, from, next, end: next, events: landed as LandedEvent[] }
}
