import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isUuid, jobId } from '../../core/ids.ts'
import type { JobReader, JobRecord } from '../../core/ports/application-reader.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { RankingCursor, RankingReader } from '../../core/ports/ranking-reader.ts'
import { openCursor, signCursor } from '../cursor.ts'
import { Refusal } from '../problem.ts'
import { FieldsParameter, fieldPicker } from '../view/fields.ts'
import { completeTo, FRESHNESS, type FreshnessDeps } from '../view/freshness.ts'
import { type Opened, openPeople } from '../view/people.ts'
import { RANKED_FIELDS, RankedEntry, rankedEntry } from '../view/ranked-entry.ts'

export interface RankedCandidatesDeps extends FreshnessDeps {
  readonly rankings: RankingReader
  readonly jobs: JobReader
  readonly keys: KeyStore
  readonly cursorKey: Uint8Array
}

const ShownJob = Type.Object(
  {
    jobId: Type.String({ format: 'uuid' }),
    source: Type.String(),
    externalId: Type.String(),
    title: Type.String(),
    status: Type.String(),
    version: Type.Integer(),
  },
  { additionalProperties: false },
)

export const RankedPage = Type.Object(
  {
    job: Type.Union([ShownJob, Type.Null()], {
      description: 'null: its applications arrived before it',
    }),
    candidates: Type.Array(Type.Partial(RankedEntry)),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    ...FRESHNESS,
  },
  { additionalProperties: false },
)

const schema = {
  tags: ['ranking'],
  summary: "A job's candidates, best first, one page at a time",
  description:
    'By band, then by score. Provisional scores (a part is missing for now) and those without a score stand in bands of their own.',
  params: Type.Object({
    id: Type.String({ description: 'Our id of the job, or `source:their id`', minLength: 1 }),
  }),
  querystring: Type.Object(
    {
      limit: Type.Integer({ default: 25, minimum: 1, maximum: 100 }),
      cursor: Type.Optional(Type.String({ maxLength: 1000 })),
      fields: FieldsParameter,
    },
    { additionalProperties: false },
  ),
  response: { 200: RankedPage },
}

/** For keys that may read applications, but not whose they are. */
const NO_ONE: ReadonlyMap<string, Opened> = new Map()

/** Who fits a job, and why each stands where they do. */
export const rankedCandidates: FastifyPluginAsyncTypebox<RankedCandidatesDeps> = async (
  app,
  deps,
) => {
  app.get(
    '/v1/jobs/:id/candidates',
    { config: { access: { anyOf: ['read:applications'] } }, schema },
    async ({ tenantId, scopes, params, query, signal }) => {
      const job = jobIdOf(tenantId, params.id)
      const pick = fieldPicker(RANKED_FIELDS, query.fields)
      const generation = await deps.generations.active(signal)
      const context = ['ranking', tenantId, job, generation]
      const cursor = query.cursor
        ? openCursor<RankingCursor>(deps.cursorKey, context, query.cursor)
        : null
      const [record, page, freshness] = await Promise.all([
        deps.jobs.byId(tenantId, job, signal),
        deps.rankings.page(
          { tenantId, jobId: job, generation, limit: query.limit, cursor },
          signal,
        ),
        completeTo(deps, generation, signal),
      ])
      if (record === null && page.entries.length === 0) throw new Refusal('job.unknown')
      const people = scopes.has('read:candidates')
        ? await openPeople(deps.keys, { tenantId, applications: page.entries }, signal)
        : NO_ONE
      return {
        job: record && shownJob(record),
        candidates: page.entries.map((one) =>
          pick(rankedEntry(one, people.get(one.applicationId))),
        ),
        nextCursor: page.next && signCursor(deps.cursorKey, context, page.next),
        generation,
        completeTo: freshness,
      }
    },
  )
}

/** @throws Refusal job.unknown for what is neither a UUID nor `source:their id` */
export function jobIdOf(tenantId: string, id: string): string {
  if (isUuid(id.toLowerCase())) return id.toLowerCase()
  const colon = id.indexOf(':')
  if (colon < 1 || colon === id.length - 1) {
    throw new Refusal('job.unknown', 'an id is ours, or `source:their id`')
  }
  return jobId(tenantId, id.slice(0, colon), id.slice(colon + 1))
}

const shownJob = ({ jobId, source, externalId, title, status, version }: JobRecord) => ({
  jobId,
  source,
  externalId,
  title,
  status,
  version,
})
