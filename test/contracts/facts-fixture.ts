import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import avro from 'avsc'
import type { Events, Topic } from '../../core/events/topics.ts'
import type { LandedEvent, LandingBatch } from '../../core/ports/sink.ts'

const TENANT = '10000000-0000-4000-8000-000000000001'
const JOB = '20000000-0000-4000-8000-000000000001'
export const APPLIED_AT = Date.UTC(2026, 4, 17, 8, 30, 0, 125)

/** @returns an id that is the same for the same number */
export const idOf = (kind: number, n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const ids = (n: number) => ({
  eventId: idOf(3, n),
  causeId: idOf(4, n),
  tenantId: TENANT,
  applicationId: idOf(5, n),
  candidateId: idOf(6, n),
  jobId: JOB,
})

const consent = { processing: true, aiScoring: true, textVersion: null }
const weights = { skills: 0.4, experience: 0.25, culture: 0.2, trajectory: 0.15, relevance: 0 }

export const aScore = (n: number, overrides: Partial<Events['scores']> = {}): Events['scores'] => ({
  ...ids(n),
  generation: 1,
  revision: 1,
  kind: 'quick',
  overall: 71.5,
  components: { skills: 80, experience: 60, culture: null, trajectory: 55.5, relevance: null },
  weights,
  attributions: { skills: 12, experience: 2.5, culture: 0, trajectory: 0.8, relevance: 0 },
  band: 'strong',
  missing: [{ component: 'culture', reason: 'judge_unavailable' }],
  requirements: [
    { requirement: 'SQL', required: true, result: 'met', similarity: 1, years: 4 },
    { requirement: 'Go', required: true, result: 'not_met', similarity: 0.1, years: null },
  ],
  summary: ['Knows SQL.'],
  sealedEvidence: Buffer.alloc(200, 7),
  jobVersion: 2,
  profileId: idOf(7, n),
  parserVersion: '1',
  embeddingModel: 'minilm',
  rubricDigest: null,
  judgeModel: null,
  scorerVersion: '1',
  appliedAt: APPLIED_AT,
  scoredAt: APPLIED_AT + 1000,
  ...overrides,
})

export const aProfile = (n: number, overrides = {}): Events['profiles'] => ({
  ...ids(n),
  generation: 1,
  outcome: 'parsed',
  reason: null,
  parserVersion: '1',
  confidence: 0.9,
  warnings: [{ code: 'two_columns', detail: null }],
  language: 'en',
  pages: 2,
  skills: ['SQL', 'Go'],
  yearsOfExperience: 6.5,
  sealedProfile: Buffer.alloc(100, 7),
  consent,
  appliedAt: APPLIED_AT,
  ...overrides,
})

export const aJob = (version: number, overrides = {}): Events['jobs'] => ({
  eventId: idOf(8, version),
  causeId: idOf(4, version),
  tenantId: TENANT,
  jobId: JOB,
  source: 'greenhouse',
  externalId: 'J-1',
  version,
  status: 'open',
  title: `Engineer ${version}`,
  description: 'Builds.',
  department: null,
  location: 'Berlin',
  requirements: { skills: [], education: null, experience: null },
  cultureAttributes: ['candour'],
  weights,
  changedAt: APPLIED_AT - 10_000 + version,
  ...overrides,
})

export const anApplication = (
  n: number,
  payload: Partial<Events['applications']['payload']> = {},
  overrides = {},
): Events['applications'] => ({
  ...ids(n),
  source: 'greenhouse',
  externalId: `A-${n}`,
  occurredAt: APPLIED_AT,
  payload: {
    type: 'application_received',
    sealed: null,
    document: { blob: 'b', fileName: null, mediaType: 'application/pdf', bytes: 1234 },
    consent,
    appliedAt: APPLIED_AT,
    channel: 'referral',
    ...payload,
  } as Events['applications']['payload'],
  ...overrides,
})

const folder = join(import.meta.dirname, '../../schemas/avro')
export const schemaOf = (topic: Topic): string =>
  readFileSync(join(folder, `${topic}.avsc`), 'utf8')

const types = new Map<Topic, avro.Type>()

/** As our own codec writes it. */
export function rawOf(topic: Topic, event: object, schemaId = 1): Buffer {
  const type = types.get(topic) ?? avro.Type.forSchema(JSON.parse(schemaOf(topic)))
  types.set(topic, type)
  const header = Buffer.alloc(5)
  header.writeUInt32BE(schemaId, 1)
  return Buffer.concat([header, type.toBuffer(event)])
}

/** @returns events of one partition, one after another from `from` */
export function aBatch<T extends Topic>(
  topic: T,
  events: readonly Events[T][],
  { from = 100, partition = 2 } = {},
): LandingBatch {
  const landed = events.map(
    (event, at): LandedEvent => ({
      topic,
      partition,
      offset: from + at,
      timestamp: APPLIED_AT + 5000 + at,
      event: () => event,
      get raw() {
        return rawOf(topic, event)
      },
    }),
  )
  const next = from + events.length
  return { topic, partition, epoch: 0, from, next, end: next, events: landed }
}
