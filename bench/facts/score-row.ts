import type { ApplicationScored } from '../../core/events/events.generated.ts'

export interface Place {
  readonly partition: number
  readonly offset: string
  readonly timestamp: string
}

/** A row of score_fact as a landing without the Avro way would make it. */
export function scoreRow(event: ApplicationScored, place: Place) {
  const { components, weights, attributions } = event
  return {
    tenant_id: event.tenantId,
    event_id: event.eventId,
    application_id: event.applicationId,
    candidate_id: event.candidateId,
    job_id: event.jobId,
    generation: event.generation,
    revision: event.revision,
    kind: event.kind,
    overall: event.overall,
    band: event.band,
    components_skills: components.skills,
    components_experience: components.experience,
    components_culture: components.culture,
    components_trajectory: components.trajectory,
    components_relevance: components.relevance,
    weights_skills: weights.skills,
    weights_experience: weights.experience,
    weights_culture: weights.culture,
    weights_trajectory: weights.trajectory,
    weights_relevance: weights.relevance,
    attributions_skills: attributions.skills,
    attributions_experience: attributions.experience,
    attributions_culture: attributions.culture,
    attributions_trajectory: attributions.trajectory,
    attributions_relevance: attributions.relevance,
    missing: event.missing,
    requirements: event.requirements,
    job_version: event.jobVersion,
    profile_id: event.profileId,
    parser_version: event.parserVersion,
    embedding_model: event.embeddingModel,
    rubric_digest: event.rubricDigest,
    judge_model: event.judgeModel,
    scorer_version: event.scorerVersion,
    applied_at: event.appliedAt,
    scored_at: event.scoredAt,
    log_partition: place.partition,
    log_offset: Number(place.offset),
    logged_at: Number(place.timestamp),
  }
}
