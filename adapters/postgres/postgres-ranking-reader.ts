import type pg from 'pg'
import type {
  ApplicationSummary,
  RankingCursor,
  RankingPage,
  RankingQuery,
  RankingReader,
} from '../../core/ports/ranking-reader.ts'
import { notErased, SUMMARY, SUMMARY_JOINS, summaryOf } from './readers/application-summary.ts'
import { asTenant, type Row, type Statement } from './transaction.ts'

const NIL = '00000000-0000-0000-0000-000000000000'

/** One index, read in order from the cursor on. */
const SCORED = `SELECT ${SUMMARY} FROM (
    SELECT generation, application_id, band_rank, minus_overall FROM score AS ranked
    WHERE tenant_id = $1 AND generation = $2 AND job_id = $3
      AND (band_rank, minus_overall, application_id) > ($4, $5, $6) AND ${notErased('ranked.candidate_id')}
    ORDER BY band_rank, minus_overall, application_id LIMIT $7) AS found ${SUMMARY_JOINS}
  ORDER BY found.band_rank, found.minus_overall, found.application_id`

const WAITING = `SELECT ${SUMMARY} FROM (
    SELECT $2::smallint AS generation, application_id FROM application AS waiting
    WHERE tenant_id = $1 AND job_id = $3 AND application_id > $4 AND ${notErased('waiting.candidate_id')}
      AND NOT EXISTS (SELECT FROM score WHERE score.tenant_id = $1 AND score.generation = $2
        AND score.application_id = waiting.application_id)
    ORDER BY application_id LIMIT $5) AS found ${SUMMARY_JOINS}
  ORDER BY found.application_id`

/** @param pool  of the serving role */
export const postgresRankingReader = (pool: pg.Pool): RankingReader => ({
  async page(query, signal) {
    signal.throwIfAborted()
    const rows = async (statement: Statement) =>
      (await asTenant(pool, query.tenantId, statement))[0] ?? []
    const wanted = query.limit + 1 // One more than the page: is there another page?
    const scored = query.cursor?.after === 'waiting' ? [] : await rows(scoredFrom(query, wanted))
    const waiting =
      scored.length < wanted ? await rows(waitingFrom(query, wanted - scored.length)) : []
    return pageOf([...scored, ...waiting], query.limit)
  },
})

function scoredFrom({ tenantId, generation, jobId, cursor }: RankingQuery, limit: number) {
  const from =
    cursor?.after === 'scored'
      ? [cursor.bandRank, cursor.minusOverall, cursor.applicationId]
      : [-1, 0, NIL]
  const values = [tenantId, generation, jobId, ...from, limit]
  return { name: 'ranking_scored', text: SCORED, values }
}

function waitingFrom({ tenantId, generation, jobId, cursor }: RankingQuery, limit: number) {
  const from = cursor?.after === 'waiting' ? cursor.applicationId : NIL
  return {
    name: 'ranking_waiting',
    text: WAITING,
    values: [tenantId, generation, jobId, from, limit],
  }
}

function pageOf(rows: readonly Row[], limit: number): RankingPage {
  const entries = rows.slice(0, limit).map(summaryOf)
  const last = entries.at(-1)
  return { entries, next: rows.length > limit && last ? cursorAfter(last, rows[limit - 1]!) : null }
}

function cursorAfter({ applicationId, score }: ApplicationSummary, row: Row): RankingCursor {
  if (score === null) return { after: 'waiting', applicationId }
  const [bandRank, minusOverall] = [Number(row.band_rank), Number(row.minus_overall)]
  return { after: 'scored', bandRank, minusOverall, applicationId }
}
