import type { ApplicationSummary, Score } from '../../../core/ports/ranking-reader.ts'
import { BANDS } from '../../../core/ports/ranking-reader.ts'
import type { Row } from '../transaction.ts'

/** CASE, for COALESCE is not leakproof: under row-level security no index would serve it. */
const CANDIDATE_ID = `CASE WHEN application.candidate_id IS NOT NULL THEN application.candidate_id
  WHEN profile.candidate_id IS NOT NULL THEN profile.candidate_id ELSE score.candidate_id END`

/** Of `found (generation, application_id)` of tenant $1: whatever has landed of each. */
export const SUMMARY = `
  found.application_id,
  ${CANDIDATE_ID} AS candidate_id,
  coalesce(application.job_id, profile.job_id, score.job_id) AS job_id,
  application.source, application.external_id, application.stage, application.disposition,
  coalesce(application.applied_at, profile.applied_at, score.applied_at) AS applied_at,
  coalesce(candidate.sealed, application.sealed) AS sealed_contact,
  profile.skills, profile.years_of_experience, profile.outcome, profile.reason,
  score.event_id AS score_id, score.revision, score.judged, score.band_rank, score.minus_overall,
  score.explanation, score.sealed_evidence, score.job_version, score.profile_id AS scored_profile_id,
  score.scored_at`

/** Each with its LIMIT: a page is a few rows by key, and a planner that knows better reads a whole table for it. */
export const SUMMARY_JOINS = `
  LEFT JOIN LATERAL (SELECT * FROM application WHERE application.tenant_id = $1
    AND application.application_id = found.application_id LIMIT 1) AS application ON true
  LEFT JOIN LATERAL (SELECT * FROM profile WHERE profile.tenant_id = $1
    AND profile.generation = found.generation
    AND profile.application_id = found.application_id LIMIT 1) AS profile ON true
  LEFT JOIN LATERAL (SELECT * FROM score WHERE score.tenant_id = $1
    AND score.generation = found.generation
    AND score.application_id = found.application_id LIMIT 1) AS score ON true
  LEFT JOIN LATERAL (SELECT * FROM candidate WHERE candidate.tenant_id = $1
    AND candidate.candidate_id = ${CANDIDATE_ID} LIMIT 1) AS candidate ON true`

/** @param candidate  the column that names the person */
export const notErased = (candidate: string): string => `NOT EXISTS (SELECT FROM candidate AS gone
  WHERE gone.tenant_id = $1 AND gone.candidate_id = ${candidate} AND gone.status = 'erased')`

export const summaryOf = (row: Row): ApplicationSummary => ({
  applicationId: String(row.application_id),
  candidateId: String(row.candidate_id),
  jobId: String(row.job_id),
  source: row.source as string | null,
  externalId: row.external_id as string | null,
  stage: row.stage as string | null,
  disposition: row.disposition as string | null,
  appliedAt: row.applied_at === null ? null : milliseconds(row.applied_at),
  sealedContact: row.sealed_contact as Uint8Array | null,
  skills: (row.skills as string[] | null) ?? [],
  yearsOfExperience: row.years_of_experience as number | null,
  profileOutcome: row.outcome as ApplicationSummary['profileOutcome'],
  profileReason: row.reason as string | null,
  score: row.score_id === null ? null : scoreOf(row),
})

/** As `explanation` of the landing wrote it. */
type Explanation = Pick<
  Score,
  | 'components'
  | 'weights'
  | 'attributions'
  | 'missing'
  | 'requirements'
  | 'summary'
  | 'parserVersion'
  | 'embeddingModel'
  | 'rubricDigest'
  | 'judgeModel'
  | 'scorerVersion'
>

const scoreOf = (row: Row): Score => ({
  scoreId: String(row.score_id),
  revision: Number(row.revision),
  kind: row.judged ? 'judged' : 'quick',
  band: BANDS[Number(row.band_rank)]!,
  overall: overallOf(Number(row.minus_overall)),
  ...(JSON.parse(String(row.explanation)) as Explanation),
  sealedEvidence: row.sealed_evidence as Uint8Array | null,
  jobVersion: Number(row.job_version),
  profileId: String(row.scored_profile_id),
  scoredAt: milliseconds(row.scored_at),
})

/** 0 - x and not -x: 0 must not come back as -0. */
const overallOf = (minusOverall: number) => (minusOverall > 0 ? null : 0 - minusOverall)

export const milliseconds = (time: unknown): number => (time as Date).getTime()
