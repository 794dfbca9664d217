import type pg from 'pg'
import type {
  ApplicationReader,
  ApplicationStatus,
  ParkedNotice,
  ProfileFacts,
  StageHistoryEntry,
} from '../../core/ports/application-reader.ts'
import { milliseconds, SUMMARY, SUMMARY_JOINS, summaryOf } from './readers/application-summary.ts'
import { asTenant, type Row } from './transaction.ts'

const STATUS = `SELECT ${SUMMARY}, application.received_at, candidate.status AS candidate_status,
    profile.profile_id, profile.parser_version, profile.confidence, profile.warnings, profile.language,
    profile.pages, profile.sealed AS sealed_profile
  FROM (SELECT $2::smallint AS generation, $3::uuid AS application_id) AS found
  ${SUMMARY_JOINS}`

const HISTORY = `SELECT from_stage, to_stage, moved_by, reason, occurred_at FROM stage_history
  WHERE tenant_id = $1 AND application_id = $2 ORDER BY occurred_at, event_id`

const PARKED = `SELECT processor, topic, partition, log_offset, reason, detail, attempt, parked_at
  FROM parked WHERE tenant_id = $1 AND subject = $2 ORDER BY parked_at DESC LIMIT 20`

/** @param pool  of the serving role */
export const postgresApplicationReader = (pool: pg.Pool): ApplicationReader => ({
  async byId({ tenantId, applicationId, generation }, signal) {
    signal.throwIfAborted()
    const [status, history, parked] = await asTenant(
      pool,
      tenantId,
      { name: 'status', text: STATUS, values: [tenantId, generation, applicationId] },
      { name: 'history', text: HISTORY, values: [tenantId, applicationId] },
      { name: 'parked', text: PARKED, values: [tenantId, applicationId] },
    )
    const row = status?.[0]
    if (row === undefined || (row.candidate_id === null && !row.source && !parked?.length))
      return null
    return statusOf(row, { history: history ?? [], parked: parked ?? [] })
  },
})

function statusOf(
  row: Row,
  { history, parked }: { history: readonly Row[]; parked: readonly Row[] },
): ApplicationStatus {
  return {
    summary: summaryOf(row),
    received: row.received_at !== null,
    candidateStatus: row.candidate_status as ApplicationStatus['candidateStatus'],
    history: history.map(historyEntry),
    profile: row.profile_id === null ? null : profileFacts(row),
    parked: parked.map(parkedNotice),
  }
}

const historyEntry = (row: Row): StageHistoryEntry => ({
  from: row.from_stage as string | null,
  to: String(row.to_stage),
  by: row.moved_by as string | null,
  reason: row.reason as string | null,
  occurredAt: milliseconds(row.occurred_at),
})

const profileFacts = (row: Row): ProfileFacts => ({
  profileId: String(row.profile_id),
  outcome: row.outcome as ProfileFacts['outcome'],
  reason: row.reason as string | null,
  parserVersion: String(row.parser_version),
  confidence: Number(row.confidence),
  warnings: row.warnings as ProfileFacts['warnings'],
  language: row.language as string | null,
  pages: Number(row.pages),
  sealedProfile: row.sealed_profile as Uint8Array | null,
})

const parkedNotice = (row: Row): ParkedNotice => ({
  processor: String(row.processor),
  topic: String(row.topic),
  partition: Number(row.partition),
  offset: Number(row.log_offset),
  reason: String(row.reason),
  detail: String(row.detail),
  attempt: Number(row.attempt),
  parkedAt: milliseconds(row.parked_at),
})
