import { vectorBytes } from '../../core/domain/vector-bytes.ts'
import type { ProfileEmbedded, ProfileParsed } from '../../core/events/events.generated.ts'
import { eventId } from '../../core/ids.ts'
import { done, type Outcome, skipped } from '../../core/processing/processor.ts'

export const EMBEDDING = 'embedding'
export const EMBEDDING_VERSION = '1'

export interface EmbeddingContext {
  readonly model: string
  readonly dimension: number
  /** The candidate's key was destroyed */
  readonly erased: boolean
  /** Headline first; empty when there is a reason */
  readonly vectors: readonly Float32Array[]
  readonly degradedReason: string | null
}

/** Vectors of one profile, or why there are none: every profile goes on. */
export function embedProfile(event: ProfileParsed, context: EmbeddingContext): Outcome {
  const { consent, applicationId } = event
  if (!consent.processing || !consent.aiScoring) return skipped('consent_withdrawn')
  if (context.erased) return skipped('erased')
  return done({ topic: 'embeddings', key: applicationId, value: embedded(event, context) })
}

function embedded(event: ProfileParsed, context: EmbeddingContext): ProfileEmbedded {
  const { vectors, model, dimension, degradedReason } = context
  return {
    eventId: eventId(EMBEDDING, event.eventId, `${EMBEDDING_VERSION}:${model}`),
    causeId: event.eventId,
    tenantId: event.tenantId,
    applicationId: event.applicationId,
    candidateId: event.candidateId,
    jobId: event.jobId,
    generation: event.generation,
    profileId: event.eventId,
    parserVersion: event.parserVersion,
    model,
    dimension,
    chunks: vectors.length,
    vectors: vectorBytes(vectors),
    degradedReason,
    skills: event.skills,
    yearsOfExperience: event.yearsOfExperience,
    sealedProfile: event.sealedProfile,
    consent: event.consent,
    appliedAt: event.appliedAt,
  }
}
