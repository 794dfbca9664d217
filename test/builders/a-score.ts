import type { ApplicationScored } from '../../core/events/events.generated.ts'
import { applicationId, candidateId, eventId, jobId } from '../../core/ids.ts'

const TENANT = '11111111-1111-4111-8111-111111111111'

/** A score as scoring publishes it, about a kilobyte of Avro. */
export function aScore(fields: Partial<ApplicationScored> = {}): ApplicationScored {
  const tenantId = fields.tenantId ?? TENANT
  const application = fields.applicationId ?? applicationId(tenantId, 'greenhouse', 'a-1')
  const revision = fields.revision ?? 1
  return {
    eventId: eventId('scoring', application, '1', revision),
    causeId: eventId('embedding', application, '1'),
    tenantId,
    applicationId: application,
    candidateId: candidateId(tenantId, new Uint8Array(32), A_PERSON)!,
    jobId: jobId(tenantId, 'greenhouse', 'j-1'),
    generation: 1,
    revision,
    kind: 'quick',
    overall: 73.5,
    components: { skills: 80, experience: 70, culture: null, trajectory: 60, relevance: null },
    weights: { skills: 0.4, experience: 0.3, culture: 0.15, trajectory: 0.15, relevance: 0 },
    attributions: { skills: 12, experience: 6, culture: 0, trajectory: 1.5, relevance: 0 },
    band: 'good',
    missing: [{ component: 'culture', reason: 'not judged yet' }],
    requirements: REQUIREMENTS,
    summary: ['Meets 4 of 6 requirements; 7 years of relevant work.'],
    sealedEvidence: Buffer.alloc(360, 7),
    jobVersion: 3,
    profileId: eventId('parsing', application, '1'),
    parserVersion: 'parsing-1',
    embeddingModel: 'all-MiniLM-L6-v2@1',
    rubricDigest: null,
    judgeModel: null,
    scorerVersion: 'scoring-1',
    appliedAt: 1_790_000_000_000,
    scoredAt: 1_790_000_060_000,
    ...fields,
  }
}

const A_PERSON = { source: 'greenhouse', email: 'ada@example.com', externalId: null }

const REQUIREMENTS = [
  { requirement: 'TypeScript', required: true, result: 'met', similarity: 1, years: 5 },
  { requirement: 'PostgreSQL', required: true, result: 'met', similarity: 1, years: 4 },
  { requirement: 'Apache Kafka', required: true, result: 'partly', similarity: 0.84, years: 1 },
  { requirement: 'Kubernetes', required: false, result: 'met', similarity: 1, years: 2 },
  {
    requirement: 'Clinical terminology',
    required: false,
    result: 'unknown',
    similarity: 0.2,
    years: null,
  },
  {
    requirement: 'Leading a team',
    required: false,
    result: 'not_met',
    similarity: 0.4,
    years: null,
  },
] as const
