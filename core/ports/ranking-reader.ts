import type {
  ApplicationScored,
  Attributions,
  Components,
  MissingComponent,
  RequirementResult,
  Weights,
} from '../events/events.generated.ts'

export type Band = ApplicationScored['band']

/** Best first: the public order of the bands. */
export const BANDS = [
  'strong',
  'good',
  'possible',
  'weak',
  'provisional',
  'unscored',
] as const satisfies readonly Band[]

/** The current score of one application, as it was judged. */
export interface Score {
  /** The score's event */
  readonly scoreId: string
  readonly revision: number
  readonly kind: 'quick' | 'judged'
  readonly band: Band
  /** 0..100; null: unscored, `missing` says why */
  readonly overall: number | null
  readonly components: Components
  readonly weights: Weights
  readonly attributions: Attributions
  readonly missing: readonly MissingComponent[]
  readonly requirements: readonly RequirementResult[]
  readonly summary: readonly string[]
  /** Quotes with their places (JSON), sealed under the candidate's key; null: none, or the candidate was erased */
  readonly sealedEvidence: Uint8Array | null
  readonly jobVersion: number
  readonly profileId: string
  readonly parserVersion: string
  readonly embeddingModel: string | null
  readonly rubricDigest: string | null
  readonly judgeModel: string | null
  readonly scorerVersion: string
  /** Milliseconds */
  readonly scoredAt: number
}

/** What a list shows of one application. A part that has not landed yet is null: topics arrive in any order. */
export interface ApplicationSummary {
  readonly applicationId: string
  readonly candidateId: string
  readonly jobId: string
  readonly source: string | null
  readonly externalId: string | null
  readonly stage: string | null
  readonly disposition: string | null
  /** Milliseconds */
  readonly appliedAt: number | null
  /** Name and contact (JSON), sealed under the candidate's key */
  readonly sealedContact: Uint8Array | null
  /** In clear: names of the taxonomy */
  readonly skills: readonly string[]
  readonly yearsOfExperience: number | null
  readonly profileOutcome: 'parsed' | 'manual_review' | 'rejected' | 'failed' | null
  /** Why there is no profile, in words for the applicant */
  readonly profileReason: string | null
  readonly score: Score | null
}

/** A place in the ranking; what a client sees of it is the serving layer's to sign. */
export type RankingCursor =
  | {
      readonly after: 'scored'
      readonly bandRank: number
      readonly minusOverall: number
      readonly applicationId: string
    }
  | { readonly after: 'waiting'; readonly applicationId: string }

export interface RankingQuery {
  readonly tenantId: string
  readonly jobId: string
  readonly generation: number
  /** 1..100 */
  readonly limit: number
  /** null: from the top */
  readonly cursor: RankingCursor | null
}

export interface RankingPage {
  readonly entries: readonly ApplicationSummary[]
  /** null: nothing follows */
  readonly next: RankingCursor | null
}

/** A job's applications, best first: by band, then by overall, then by id; those without a score last, by id. */
export interface RankingReader {
  /** Erased candidates are left out. @throws Fault database.unavailable */
  page(query: RankingQuery, signal: AbortSignal): Promise<RankingPage>
}
