import type pg from 'pg'
import type { ByIds, CandidateSearch, SearchScope } from '../../core/ports/candidate-search.ts'
import type { ApplicationSummary } from '../../core/ports/ranking-reader.ts'
import { notErased, SUMMARY, SUMMARY_JOINS, summaryOf } from './readers/application-summary.ts'
import { searchTerms } from './readers/search-terms.ts'
import { asTenant, type Row, type Statement } from './transaction.ts'

const BY_IDS = `SELECT ${SUMMARY} FROM (SELECT $2::smallint AS generation,
    unnest($3::uuid[]) AS application_id) AS found ${SUMMARY_JOINS}
  WHERE coalesce(application.candidate_id, profile.candidate_id, score.candidate_id) IS NOT NULL
    AND candidate.status IS DISTINCT FROM 'erased'`

/** Of applications that hold equally many terms, so many are looked at; a common skill alone has no best ones anyway. */
const LOOKED_AT = 2000

const keyword = (place: string) => `SELECT application_id, matched FROM (
    SELECT application_id, array_agg(skill) AS matched FROM profile_skill
    WHERE tenant_id = $1 AND generation = $2 AND skill = ANY(ARRAY(SELECT lower(term) FROM unnest($3::text[]) AS term))
      ${place}
    GROUP BY application_id ORDER BY count(*) DESC, application_id LIMIT ${LOOKED_AT}) AS best
  JOIN profile USING (application_id)
  WHERE profile.tenant_id = $1 AND profile.generation = $2 AND ${notErased('profile.candidate_id')}
  ORDER BY cardinality(matched) DESC, profile.applied_at DESC, application_id LIMIT $4`
const KEYWORD = keyword('')
const KEYWORD_IN_JOB = keyword(`AND application_id IN (
  SELECT application_id FROM application WHERE tenant_id = $1 AND job_id = $5)`)

const recent = (place: string) => `SELECT application_id FROM application AS found
  WHERE tenant_id = $1 AND applied_at IS NOT NULL AND ${notErased('found.candidate_id')} ${place}
  ORDER BY applied_at DESC, application_id DESC LIMIT $2`
const RECENT = recent('')
const RECENT_IN_JOB = recent('AND job_id = $3')

/** @param pool  of the serving role */
export function postgresCandidateSearch(pool: pg.Pool): CandidateSearch {
  const rows = async (tenantId: string, statement: Statement): Promise<readonly Row[]> =>
    (await asTenant(pool, tenantId, statement))[0] ?? []

  const byIds = async ({ tenantId, generation, applicationIds }: ByIds) => {
    const values = [tenantId, generation, applicationIds]
    const found = await rows(tenantId, { name: 'by_ids', text: BY_IDS, values })
    const byId = new Map(found.map((row) => [String(row.application_id), summaryOf(row)]))
    return applicationIds.flatMap((id) => byId.get(id) ?? [])
  }

  return {
    async keyword(scope, signal) {
      signal.throwIfAborted()
      const hits = await rows(scope.tenantId, keywordIn(scope))
      const applicationIds = hits.map((hit) => String(hit.application_id))
      const found = byApplication(await byIds({ ...scope, applicationIds }))
      return hits.flatMap(({ application_id, matched }) => {
        const application = found.get(String(application_id))
        return application ? [{ application, matched: matched as string[] }] : []
      })
    },

    async recent(scope, signal) {
      signal.throwIfAborted()
      const newest = await rows(scope.tenantId, recentIn(scope))
      return byIds({ ...scope, applicationIds: newest.map((row) => String(row.application_id)) })
    },

    async byIds(query, signal) {
      signal.throwIfAborted()
      return byIds(query)
    },
  }
}

const byApplication = (summaries: readonly ApplicationSummary[]) =>
  new Map(summaries.map((summary) => [summary.applicationId, summary]))

function keywordIn({ tenantId, generation, jobId, text, limit }: SearchScope & { text: string }) {
  const values = [tenantId, generation, searchTerms(text), limit]
  if (jobId === null) return { name: 'keyword', text: KEYWORD, values }
  return { name: 'keyword_in_job', text: KEYWORD_IN_JOB, values: [...values, jobId] }
}

function recentIn({ tenantId, jobId, limit }: SearchScope) {
  if (jobId === null) return { name: 'recent', text: RECENT, values: [tenantId, limit] }
  return { name: 'recent_in_job', text: RECENT_IN_JOB, values: [tenantId, limit, jobId] }
}
