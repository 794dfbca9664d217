import type { ApplicationScored } from '../../../core/events/events.generated.ts'
import type { ScoreRow } from '../../../core/ports/landing-rows.ts'
import { BANDS } from '../../../core/ports/ranking-reader.ts'
import { rulesAt } from './row-rules.ts'

const WITHOUT_OVERALL = 1

export function scoreRows(score: ApplicationScored, offset: number): readonly ScoreRow[] {
  const rules = rulesAt(offset)
  const overall = rules.finite('overall', score.overall)
  return [
    {
      table: 'score',
      tenantId: score.tenantId,
      generation: score.generation,
      applicationId: score.applicationId,
      candidateId: score.candidateId,
      jobId: score.jobId,
      eventId: score.eventId,
      profileId: score.profileId,
      revision: rules.whole('revision', score.revision),
      jobVersion: rules.whole('jobVersion', score.jobVersion),
      scoredAt: rules.time('scoredAt', score.scoredAt),
      appliedAt: rules.time('appliedAt', score.appliedAt),
      // 0 - x and not -x: a score of 0 must not become -0.
      minusOverall: overall === null ? WITHOUT_OVERALL : 0 - overall,
      bandRank: BANDS.indexOf(score.band),
      judged: score.kind === 'judged',
      explanationJson: explanation(score),
      sealedEvidence: score.sealedEvidence,
      position: offset,
    },
  ]
}

/** Read whole or not at all, so kept whole: what a reader takes apart is `Score` of core/ports/ranking-reader.ts. */
function explanation(score: ApplicationScored): string {
  const { components, weights, attributions, missing, requirements, summary } = score
  const { parserVersion, embeddingModel, rubricDigest, judgeModel, scorerVersion } = score
  return JSON.stringify({
    components,
    weights,
    attributions,
    missing,
    requirements,
    summary,
    parserVersion,
    embeddingModel,
    rubricDigest,
    judgeModel,
    scorerVersion,
  })
}
