import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { applicationId } from '../../core/ids.ts'
import type { ApplicationReader, ApplicationStatus } from '../../core/ports/application-reader.ts'
import { Refusal } from '../problem.ts'
import { completeTo, FRESHNESS, type FreshnessDeps, isoTime } from '../view/freshness.ts'
import { BandName } from '../view/ranked-entry.ts'
import { Step, whereabouts } from '../view/whereabouts.ts'

export interface ApplicationStatusDeps extends FreshnessDeps {
  readonly applications: ApplicationReader
}

const closed = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])

export const ApplicationPassport = Type.Object(
  {
    applicationId: Id,
    candidateId: Id,
    jobId: Id,
    source: Type.String(),
    externalId: Type.String(),
    stage: TextOrNull,
    disposition: TextOrNull,
    appliedAt: TextOrNull,
    score: Type.Union([
      Type.Object(
        {
          band: BandName,
          overall: Type.Union([Type.Number(), Type.Null()]),
          revision: Type.Integer(),
          kind: Type.String(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    processors: Type.Array(Step, { description: 'Each step on the way, in order' }),
    flags: Type.Array(Type.String(), { description: 'What a person should look at, by code' }),
    history: Type.Array(
      Type.Object(
        {
          from: TextOrNull,
          to: Type.String(),
          by: TextOrNull,
          reason: TextOrNull,
          at: Type.String(),
        },
        closed,
      ),
    ),
    parked: Type.Array(
      Type.Object(
        {
          processor: Type.String(),
          reason: Type.String(),
          detail: Type.String(),
          attempt: Type.Integer(),
          topic: Type.String(),
          partition: Type.Integer(),
          offset: Type.Integer(),
          at: Type.String(),
        },
        closed,
      ),
    ),
    ...FRESHNESS,
  },
  closed,
)
type Passport = Static<typeof ApplicationPassport>

const schema = {
  tags: ['status'],
  summary: 'Where is it? By your own id',
  params: Type.Object({
    source: Type.String({ minLength: 1, description: 'As in the events, such as greenhouse' }),
    externalId: Type.String({ minLength: 1, description: 'Your id of the application' }),
  }),
  response: { 200: ApplicationPassport },
}

/** All that is known of one application, by the integration's own id of it. */
export const applicationStatus: FastifyPluginAsyncTypebox<ApplicationStatusDeps> = async (
  app,
  deps,
) => {
  app.get(
    '/v1/sources/:source/applications/:externalId',
    { config: { access: { anyOf: ['read:applications', 'write:applications'] } }, schema },
    async ({ tenantId, params, signal }): Promise<Passport> => {
      const { source, externalId } = params
      const id = applicationId(tenantId, source, externalId)
      const generation = await deps.generations.active(signal)
      const [status, freshness] = await Promise.all([
        deps.applications.byId({ tenantId, applicationId: id, generation }, signal),
        completeTo(deps, generation, signal),
      ])
      if (!status) {
        throw new Refusal('application.unknown', 'it was never sent, or has not been read yet')
      }
      const { candidateId, jobId, stage, disposition, appliedAt } = status.summary
      return {
        ...{ applicationId: id, candidateId, jobId, source, externalId, stage, disposition },
        appliedAt: isoTime(appliedAt),
        score: scoreOf(status),
        processors: [...whereabouts(status, freshness)],
        flags: flagsOf(status),
        history: status.history.map(({ occurredAt, ...move }) => ({
          ...move,
          at: timeOf(occurredAt),
        })),
        parked: status.parked.map(({ parkedAt, ...notice }) => ({
          ...notice,
          at: timeOf(parkedAt),
        })),
        generation,
        completeTo: freshness,
      }
    },
  )
}

const timeOf = (ms: number): string => new Date(ms).toISOString()

function scoreOf({ summary: { score } }: ApplicationStatus): Passport['score'] {
  if (!score) return null
  const { band, overall, revision, kind } = score
  return { band, overall, revision, kind }
}

function flagsOf({
  summary,
  profile,
  candidateStatus,
  parked,
  received,
}: ApplicationStatus): string[] {
  const flags = [
    ...(profile?.warnings ?? []).map(({ code }) => code),
    ...(profile && profile.outcome !== 'parsed' ? [`profile_${profile.outcome}`] : []),
    ...(summary.score?.band === 'provisional' ? ['score_provisional'] : []),
    ...(candidateStatus && candidateStatus !== 'active' ? [`candidate_${candidateStatus}`] : []),
    ...(parked.length > 0 ? ['parked'] : []),
    ...(received ? [] : ['not_received']),
  ]
  return [...new Set(flags)]
}
