import type {
  ApplicationScored,
  JobVersion,
  JudgingRequest,
  ProfileEmbedded,
} from '../../core/events/events.generated.ts'
import { eventId } from '../../core/ids.ts'
import { done, type Outcome, parked, skipped } from '../../core/processing/processor.ts'
import type { Meaning } from '../../core/scoring/blended-relevance.ts'
import type { JobFacts } from '../../core/scoring/job-facts.ts'
import type { ResumeFacts } from '../../core/scoring/resume-facts.ts'
import { isCultureAsked, type QuickScore, scoreResume } from '../../core/scoring/score-resume.ts'
import { unscored } from '../../core/scoring/unscored.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'

export const SCORING = 'scoring'
export const SCORING_VERSION = '1'

/** The quick score is the first of an application; what judging adds comes after it. */
const QUICK_REVISION = 1

export interface KnownJob {
  readonly version: JobVersion
  readonly facts: JobFacts
}

export interface ScoringContext {
  readonly job: KnownJob | null
  /** null when the candidate's key was destroyed */
  readonly key: Uint8Array | null
  /** null when there is no profile; 'corrupt' when it does not open */
  readonly resume: ResumeFacts | 'corrupt' | null
  readonly meaning: Meaning
  readonly scoredAt: number
}

/** Scores an embedded profile for its job. Every input ends in exactly one outcome. */
export function scoreApplication(event: ProfileEmbedded, context: ScoringContext): Outcome {
  const { job, key, resume } = context
  if (!event.consent.processing || !event.consent.aiScoring) return skipped('consent_withdrawn')
  if (key === null) return skipped('erased')
  if (job === null) return parked('job_unknown', event.jobId)
  if (resume === 'corrupt') return parked('corrupt', event.profileId)

  const appliedYear = new Date(event.appliedAt).getUTCFullYear()
  const score =
    resume === null
      ? unscored(event.degradedReason ?? 'no_profile')
      : scoreResume({ job: job.facts, resume, appliedYear, meaning: context.meaning })
  const scored = scoredEvent(event, { ...context, job, key }, score)
  const publication = { topic: 'scores', key: event.applicationId, value: scored } as const
  const request = judgingRequest(event, job, scored)
  if (request === null) return done(publication)
  return done(publication, { topic: 'judging.live', key: event.jobId, value: request })
}

type Known = ScoringContext & { readonly job: KnownJob; readonly key: Uint8Array }

function scoredEvent(
  event: ProfileEmbedded,
  { job, key, scoredAt }: Known,
  { evidence, ...score }: QuickScore,
): ApplicationScored {
  const { version } = job.version
  const owner = candidateOwner(event.tenantId, event.candidateId)
  return {
    eventId: eventId(SCORING, event.eventId, `${SCORING_VERSION}:${version}`),
    causeId: event.eventId,
    tenantId: event.tenantId,
    applicationId: event.applicationId,
    candidateId: event.candidateId,
    jobId: event.jobId,
    generation: event.generation,
    revision: QUICK_REVISION,
    kind: 'quick',
    ...score,
    weights: job.version.weights,
    sealedEvidence: evidence.length === 0 ? null : sealJson(key, owner, evidence),
    jobVersion: version,
    profileId: event.profileId,
    parserVersion: event.parserVersion,
    embeddingModel: event.chunks === 0 ? null : event.model,
    rubricDigest: null,
    judgeModel: null,
    scorerVersion: SCORING_VERSION,
    appliedAt: event.appliedAt,
    scoredAt,
  }
}

/** Culture is for a language model to read. @returns null when the job asks for none, or there is nothing to read */
function judgingRequest(
  event: ProfileEmbedded,
  job: KnownJob,
  scored: ApplicationScored,
): JudgingRequest | null {
  if (!isCultureAsked(job.facts) || event.sealedProfile === null) return null
  return {
    eventId: eventId(SCORING, event.eventId, `${SCORING_VERSION}:${scored.jobVersion}`, 1),
    causeId: event.eventId,
    tenantId: event.tenantId,
    applicationId: event.applicationId,
    candidateId: event.candidateId,
    jobId: event.jobId,
    generation: event.generation,
    profileId: event.profileId,
    jobVersion: scored.jobVersion,
    revision: QUICK_REVISION + 1,
    cultureAttributes: job.version.cultureAttributes,
    sealedProfile: event.sealedProfile,
    requestedAt: scored.scoredAt,
  }
}
