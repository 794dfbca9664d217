import type { ApplicationSummary, Score } from '../../core/ports/ranking-reader.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'
import { CANDIDATE_KEY, NOW, TENANT } from './a-serving.ts'

export const JOB = '33333333-3333-4333-8333-333333333333'
export const APPLICATION = '44444444-4444-4444-8444-444444444444'
export const CANDIDATE = '55555555-5555-4555-8555-555555555555'

const sealed = (value: unknown) => sealJson(CANDIDATE_KEY, candidateOwner(TENANT, CANDIDATE), value)

export function aRankedApplication(fields: Partial<ApplicationSummary> = {}): ApplicationSummary {
  return {
    applicationId: APPLICATION,
    candidateId: CANDIDATE,
    jobId: JOB,
    source: 'greenhouse',
    externalId: 'a-1',
    stage: 'applied',
    disposition: null,
    appliedAt: NOW - 1000,
    sealedContact: sealed({ name: 'Ada Made-Up', email: 'ada@example.com', phone: null }),
    skills: ['Python', 'SQL'],
    yearsOfExperience: 4.5,
    profileOutcome: 'parsed',
    profileReason: null,
    score: aLandedScore(),
    ...fields,
  }
}

export function aLandedScore(fields: Partial<Score> = {}): Score {
  const each = { skills: 80, experience: 70, culture: null, trajectory: 60, relevance: null }
  const weights = { skills: 0.4, experience: 0.3, culture: 0.15, trajectory: 0.15, relevance: 0 }
  return {
    scoreId: '66666666-6666-4666-8666-666666666666',
    revision: 1,
    kind: 'quick',
    band: 'strong',
    overall: 73.5,
    components: each,
    weights,
    attributions: { skills: 12, experience: 6, culture: 0, trajectory: 1.5, relevance: 0 },
    missing: [{ component: 'culture', reason: 'culture_not_asked' }],
    requirements: [
      { requirement: 'Python', required: true, result: 'met', similarity: 1, years: 4 },
      { requirement: 'Kafka', required: true, result: 'not_met', similarity: 0, years: null },
    ],
    summary: ['Meets 1 of 2 required skills.'],
    sealedEvidence: sealed([
      { requirement: 'Python', quote: 'Python for 4 years', start: 10, end: 28 },
    ]),
    jobVersion: 1,
    profileId: '77777777-7777-4777-8777-777777777777',
    parserVersion: 'parsing-1',
    embeddingModel: 'all-MiniLM-L6-v2',
    rubricDigest: null,
    judgeModel: null,
    scorerVersion: '1',
    scoredAt: NOW - 500,
    ...fields,
  }
}
