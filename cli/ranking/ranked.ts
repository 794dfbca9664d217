import type { ApplicationScored } from '../../core/events/events.generated.ts'
import { BANDS, reasonWords } from '../../core/scoring/band.ts'

/** One line of a ranked list. */
export interface Ranked {
  readonly file: string
  /** 0..100; null when it could not be scored */
  readonly score: number | null
  readonly band: ApplicationScored['band']
  readonly components: ApplicationScored['components']
  /** Why it stands there: sentences, then each requirement, then what is missing and why */
  readonly reasons: readonly string[]
}

export interface JobRanking {
  readonly job: string
  readonly ranked: readonly Ranked[]
}

export interface ScoredFile {
  readonly file: string
  readonly score: ApplicationScored
}

/** Best first, unscored last. Else the score decides alone: one run is complete or degraded as a whole. */
export function rankingOf(job: string, scored: readonly ScoredFile[], top: number): JobRanking {
  const best = scored.toSorted(
    (one, other) =>
      Number(one.score.overall === null) - Number(other.score.overall === null) ||
      (other.score.overall ?? 0) - (one.score.overall ?? 0) ||
      BANDS.indexOf(one.score.band) - BANDS.indexOf(other.score.band) ||
      (one.file < other.file ? -1 : 1),
  )
  return { job, ranked: best.slice(0, top).map(rankedOf) }
}

function rankedOf({ file, score }: ScoredFile): Ranked {
  const { components, band, overall } = score
  return {
    file,
    score: overall === null ? null : rounded(overall),
    band,
    components: {
      skills: roundedOrNull(components.skills),
      experience: roundedOrNull(components.experience),
      culture: roundedOrNull(components.culture),
      trajectory: roundedOrNull(components.trajectory),
      relevance: roundedOrNull(components.relevance),
    },
    reasons: [...score.summary, ...results(score), ...lacks(score)],
  }
}

const rounded = (points: number) => Math.round(points * 100) / 100
const roundedOrNull = (points: number | null) => (points === null ? null : rounded(points))

const RESULT_WORDS = { met: 'met', partly: 'partly', not_met: 'not met', unknown: 'unknown' }

const results = ({ requirements }: ApplicationScored): string[] =>
  requirements.map(({ requirement, result, required }) => {
    return `${requirement}${required ? '' : ' (preferred)'}: ${RESULT_WORDS[result]}`
  })

const lacks = ({ missing }: ApplicationScored): string[] =>
  missing.flatMap(({ component, reason }) => {
    if (reason === 'no_profile') return []
    return component === 'profile' ? [reason] : [`${component}: ${reasonWords(reason)}`]
  })
