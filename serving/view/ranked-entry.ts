import { type Static, type TSchema, Type } from 'typebox'
import {
  type ApplicationSummary,
  BANDS,
  type Band,
  type Score,
} from '../../core/ports/ranking-reader.ts'
import { isoTime } from './freshness.ts'
import type { Opened } from './people.ts'

const closed = { additionalProperties: false } as const
const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Points = orNull(Type.Number({ minimum: 0, maximum: 100 }))
const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })

export const BandName = Type.Unsafe<Band>({ type: 'string', enum: [...BANDS] })

const five = <T extends TSchema>(type: T) =>
  Type.Object(
    { skills: type, experience: type, culture: type, trajectory: type, relevance: type },
    closed,
  )

const Requirement = Type.Object(
  {
    requirement: Type.String(),
    required: Type.Boolean(),
    result: Type.Union([
      Type.Literal('met'),
      Type.Literal('partly'),
      Type.Literal('not_met'),
      Type.Literal('unknown'),
    ]),
    similarity: Type.Number(),
    years: orNull(Type.Number()),
    quote: orNull(Type.String({ description: 'Word for word from the document' })),
  },
  closed,
)

const Versions = Type.Object(
  {
    scoreId: Id,
    profileId: Type.String(),
    jobVersion: Type.Integer(),
    parser: Type.String(),
    embeddingModel: orNull(Type.String()),
    rubricDigest: orNull(Type.String()),
    judgeModel: orNull(Type.String()),
    scorer: Type.String(),
  },
  { ...closed, description: 'All that the score depends on' },
)

/** One line of a ranked list: band first, number second, then why. */
export const RankedEntry = Type.Object(
  {
    applicationId: Id,
    candidateId: Id,
    jobId: Id,
    source: orNull(Type.String()),
    externalId: orNull(Type.String()),
    name: orNull(Type.String()),
    email: orNull(Type.String({ description: 'Masked' })),
    stage: orNull(Type.String()),
    appliedAt: orNull(Time),
    band: BandName,
    overall: Points,
    components: orNull(five(Points)),
    weights: orNull(five(Type.Number())),
    attributions: orNull(five(Type.Number())),
    missing: Type.Array(Type.Object({ component: Type.String(), reason: Type.String() }, closed), {
      description: 'Components that are null, and why',
    }),
    requirements: Type.Array(Requirement),
    summary: Type.Array(Type.String()),
    skills: Type.Array(Type.String()),
    yearsOfExperience: orNull(Type.Number()),
    profileOutcome: orNull(Type.String()),
    profileReason: orNull(Type.String()),
    revision: orNull(Type.Integer()),
    kind: orNull(Type.Union([Type.Literal('quick'), Type.Literal('judged')])),
    scoredAt: orNull(Time),
    versions: orNull(Versions),
  },
  closed,
)
export type RankedEntry = Static<typeof RankedEntry>
export const RANKED_FIELDS = Object.keys(RankedEntry.properties) as readonly (keyof RankedEntry)[]

/** @param opened  undefined when the caller may not see who it is, or nothing was sealed */
export function rankedEntry(application: ApplicationSummary, opened?: Opened): RankedEntry {
  const { score } = application
  return {
    applicationId: application.applicationId,
    candidateId: application.candidateId,
    jobId: application.jobId,
    source: application.source,
    externalId: application.externalId,
    name: opened?.name ?? null,
    email: opened?.email ?? null,
    stage: application.stage,
    appliedAt: isoTime(application.appliedAt),
    band: score?.band ?? 'unscored',
    overall: score?.overall ?? null,
    components: score?.components ?? null,
    weights: score?.weights ?? null,
    attributions: score?.attributions ?? null,
    missing: [...(score?.missing ?? [])],
    requirements: requirementsOf(score, opened),
    summary: [...(score?.summary ?? [])],
    skills: [...application.skills],
    yearsOfExperience: application.yearsOfExperience,
    profileOutcome: application.profileOutcome,
    profileReason: application.profileReason,
    revision: score?.revision ?? null,
    kind: score?.kind ?? null,
    scoredAt: isoTime(score?.scoredAt ?? null),
    versions: score && versionsOf(score),
  }
}

function requirementsOf(score: Score | null, opened?: Opened): RankedEntry['requirements'] {
  const quotes = new Map(opened?.quotes.map(({ requirement, quote }) => [requirement, quote]))
  return (score?.requirements ?? []).map((one) => ({
    requirement: one.requirement,
    required: one.required,
    result: one.result,
    similarity: one.similarity,
    years: one.years,
    quote: quotes.get(one.requirement) ?? null,
  }))
}

const versionsOf = (score: Score): RankedEntry['versions'] => ({
  scoreId: score.scoreId,
  profileId: score.profileId,
  jobVersion: score.jobVersion,
  parser: score.parserVersion,
  embeddingModel: score.embeddingModel,
  rubricDigest: score.rubricDigest,
  judgeModel: score.judgeModel,
  scorer: score.scorerVersion,
})
