import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import type { KeyStore } from '../../core/ports/key-store.ts'
import { type Found, findCandidates, type SearchDeps } from '../search/find-candidates.ts'
import { completeTo, FRESHNESS, type FreshnessDeps, isoTime } from '../view/freshness.ts'
import { openPeople, type ShownPerson } from '../view/people.ts'
import { jobIdOf } from './ranked-candidates.ts'

export interface CandidateSearchDeps extends SearchDeps, FreshnessDeps {
  readonly keys: KeyStore
}

const closed = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])

const FoundCandidate = Type.Object(
  {
    candidateId: Id,
    applicationId: Id,
    jobId: Id,
    source: TextOrNull,
    externalId: TextOrNull,
    name: TextOrNull,
    email: TextOrNull,
    rank: Type.Number({ minimum: 0, maximum: 1 }),
    reasons: Type.Object(
      {
        meaning: Type.Union([Type.Number(), Type.Null()], {
          description: 'Cosine of query and résumé; null: found by words alone',
        }),
        words: Type.Array(Type.String(), {
          description: 'Terms of the query that are their skills',
        }),
        mustHavesMet: Type.Array(Type.String()),
        mustHavesMissing: Type.Array(Type.String()),
      },
      closed,
    ),
    skills: Type.Array(Type.String()),
    yearsOfExperience: Type.Union([Type.Number(), Type.Null()]),
    appliedAt: TextOrNull,
    stage: TextOrNull,
  },
  closed,
)
type FoundCandidate = Static<typeof FoundCandidate>

export const SearchPage = Type.Object(
  {
    mode: Type.Union([Type.Literal('fused'), Type.Literal('keyword'), Type.Literal('recent')], {
      description: 'By words and meaning; by words alone; or only the newest',
    }),
    degraded: Type.Array(Type.String(), { description: 'What was away, by code' }),
    candidates: Type.Array(FoundCandidate),
    ...FRESHNESS,
  },
  closed,
)

const schema = {
  tags: ['search'],
  summary: 'Candidates by words and meaning',
  description:
    'Falls back to words alone, then to the newest applications, and says so in `mode` and `degraded`.',
  querystring: Type.Object(
    {
      q: Type.String({ default: '', maxLength: 500, description: 'Skills, a title, a sentence' }),
      job: Type.Optional(
        Type.String({ description: 'Only its applications: our id or `source:their id`' }),
      ),
      must: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        default: [],
        maxItems: 20,
        description: 'A skill that counts against who lacks it; may be repeated',
      }),
      limit: Type.Integer({ default: 25, minimum: 1, maximum: 100 }),
    },
    closed,
  ),
  response: { 200: SearchPage },
}

/** Candidates by words and meaning, across all jobs or for one. */
export const candidateSearch: FastifyPluginAsyncTypebox<CandidateSearchDeps> = async (
  app,
  deps,
) => {
  app.get(
    '/v1/candidates/search',
    { config: { access: { allOf: ['read:candidates'] } }, schema },
    async ({ tenantId, query, signal }) => {
      const generation = await deps.generations.active(signal)
      const jobId = query.job === undefined ? null : jobIdOf(tenantId, query.job)
      const { q: text, must: mustHaves, limit } = query
      const request = { tenantId, generation, text, jobId, mustHaves, limit }
      const [{ mode, degraded, found }, freshness] = await Promise.all([
        findCandidates(deps, request, signal),
        completeTo(deps, generation, signal),
      ])
      const applications = found.map(({ application }) => application)
      const people = await openPeople(deps.keys, { tenantId, applications }, signal)
      return {
        mode,
        degraded: [...degraded],
        candidates: found.map((one) => shown(one, people.get(one.application.applicationId))),
        generation,
        completeTo: freshness,
      }
    },
  )
}

function shown({ application, ...found }: Found, person?: ShownPerson): FoundCandidate {
  return {
    candidateId: application.candidateId,
    applicationId: application.applicationId,
    jobId: application.jobId,
    source: application.source,
    externalId: application.externalId,
    name: person?.name ?? null,
    email: person?.email ?? null,
    rank: Math.round(found.rank * 10_000) / 10_000,
    reasons: {
      meaning: found.cosine,
      words: [...found.matched],
      mustHavesMet: [...found.mustHavesMet],
      mustHavesMissing: [...found.mustHavesMissing],
    },
    skills: [...application.skills],
    yearsOfExperience: application.yearsOfExperience,
    appliedAt: isoTime(application.appliedAt),
    stage: application.stage,
  }
}
