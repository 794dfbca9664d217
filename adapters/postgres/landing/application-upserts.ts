import type {
  MovedRow,
  ReceivedRow,
  StageHistoryRow,
  WithdrawnRow,
} from '../../../core/ports/landing-rows.ts'
import { unlessErased } from './record-upserts.ts'
import { type Column, incoming, type TableUpsert } from './table-upsert.ts'

const RECEIVED: readonly Column<ReceivedRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'application_id', type: 'uuid', of: (row) => row.applicationId },
  { name: 'candidate_id', type: 'uuid', of: (row) => row.candidateId },
  { name: 'job_id', type: 'uuid', of: (row) => row.jobId },
  { name: 'source', type: 'text', of: (row) => row.source },
  { name: 'external_id', type: 'text', of: (row) => row.externalId },
  { name: 'applied_at', type: 'timestamptz', of: (row) => row.appliedAt },
  { name: 'channel', type: 'text', of: (row) => row.channel },
  { name: 'consent_processing', type: 'bool', of: (row) => row.consentProcessing },
  { name: 'consent_ai_scoring', type: 'bool', of: (row) => row.consentAiScoring },
  { name: 'consent_text_version', type: 'text', of: (row) => row.consentTextVersion },
  { name: 'document_blob', type: 'text', of: (row) => row.documentBlob },
  { name: 'document_media_type', type: 'text', of: (row) => row.documentMediaType },
  { name: 'document_bytes', type: 'int8', of: (row) => row.documentBytes },
  { name: 'sealed', type: 'bytea', of: (row) => row.sealed },
  { name: 'received_at', type: 'timestamptz', of: (row) => row.receivedAt },
]

/** The source may repeat an old receipt after a newer one: by its own clock, the newest counts. */
export const receivedUpsert: TableUpsert<ReceivedRow> = {
  table: 'application_received',
  columns: RECEIVED,
  key: (row) => row.tenantId + row.applicationId,
  replaces: (later, earlier) => later.receivedAt >= earlier.receivedAt,
  statements: [
    {
      name: 'land_received',
      text: `INSERT INTO application (tenant_id, application_id, candidate_id, job_id, source, external_id,
          applied_at, channel, consent_processing, consent_ai_scoring, consent_text_version,
          document_blob, document_media_type, document_bytes, sealed, received_at, last_activity)
        SELECT tenant_id, application_id, candidate_id, job_id, source, external_id,
          applied_at, channel, consent_processing, consent_ai_scoring, consent_text_version,
          document_blob, document_media_type, document_bytes, ${unlessErased('sealed')},
          received_at, received_at
        FROM ${incoming(RECEIVED)}
        ON CONFLICT (tenant_id, application_id) DO UPDATE SET candidate_id = excluded.candidate_id,
          job_id = excluded.job_id, applied_at = excluded.applied_at, channel = excluded.channel,
          consent_processing = excluded.consent_processing, consent_ai_scoring = excluded.consent_ai_scoring,
          consent_text_version = excluded.consent_text_version, document_blob = excluded.document_blob,
          document_media_type = excluded.document_media_type, document_bytes = excluded.document_bytes,
          sealed = excluded.sealed, received_at = excluded.received_at,
          last_activity = greatest(application.last_activity, excluded.last_activity)
        WHERE application.received_at IS NULL OR excluded.received_at >= application.received_at`,
    },
  ],
}

const NAMED: readonly Column<MovedRow | WithdrawnRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'application_id', type: 'uuid', of: (row) => row.applicationId },
  { name: 'source', type: 'text', of: (row) => row.source },
  { name: 'external_id', type: 'text', of: (row) => row.externalId },
]

const MOVED: readonly Column<MovedRow>[] = [
  ...NAMED,
  { name: 'stage', type: 'text', of: (row) => row.stage },
  { name: 'disposition', type: 'text', of: (row) => row.disposition },
  { name: 'moved_at', type: 'timestamptz', of: (row) => row.movedAt },
]

export const movedUpsert: TableUpsert<MovedRow> = {
  table: 'application_moved',
  columns: MOVED,
  key: (row) => row.tenantId + row.applicationId,
  replaces: (later, earlier) => later.movedAt >= earlier.movedAt,
  statements: [
    {
      name: 'land_moved',
      text: `INSERT INTO application (tenant_id, application_id, source, external_id, stage, disposition,
          moved_at, last_activity)
        SELECT tenant_id, application_id, source, external_id, stage, disposition, moved_at, moved_at
        FROM ${incoming(MOVED)}
        ON CONFLICT (tenant_id, application_id) DO UPDATE SET stage = excluded.stage,
          disposition = CASE WHEN application.withdrawn_at > excluded.moved_at
            THEN application.disposition ELSE excluded.disposition END,
          moved_at = excluded.moved_at,
          last_activity = greatest(application.last_activity, excluded.last_activity)
        WHERE application.moved_at IS NULL OR excluded.moved_at >= application.moved_at`,
    },
  ],
}

const WITHDRAWN: readonly Column<WithdrawnRow>[] = [
  ...NAMED,
  { name: 'withdrawn_at', type: 'timestamptz', of: (row) => row.withdrawnAt },
]

export const withdrawnUpsert: TableUpsert<WithdrawnRow> = {
  table: 'application_withdrawn',
  columns: WITHDRAWN,
  key: (row) => row.tenantId + row.applicationId,
  replaces: (later, earlier) => later.withdrawnAt >= earlier.withdrawnAt,
  statements: [
    {
      name: 'land_withdrawn',
      text: `INSERT INTO application (tenant_id, application_id, source, external_id, disposition,
          withdrawn_at, last_activity)
        SELECT tenant_id, application_id, source, external_id, 'withdrawn', withdrawn_at, withdrawn_at
        FROM ${incoming(WITHDRAWN)}
        ON CONFLICT (tenant_id, application_id) DO UPDATE SET withdrawn_at = excluded.withdrawn_at,
          disposition = CASE WHEN application.moved_at > excluded.withdrawn_at
            THEN application.disposition ELSE 'withdrawn' END,
          last_activity = greatest(application.last_activity, excluded.last_activity)
        WHERE application.withdrawn_at IS NULL OR excluded.withdrawn_at >= application.withdrawn_at`,
    },
  ],
}

const HISTORY: readonly Column<StageHistoryRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'application_id', type: 'uuid', of: (row) => row.applicationId },
  { name: 'event_id', type: 'uuid', of: (row) => row.eventId },
  { name: 'from_stage', type: 'text', of: (row) => row.fromStage },
  { name: 'to_stage', type: 'text', of: (row) => row.toStage },
  { name: 'moved_by', type: 'text', of: (row) => row.movedBy },
  { name: 'reason', type: 'text', of: (row) => row.reason },
  { name: 'occurred_at', type: 'timestamptz', of: (row) => row.occurredAt },
]

export const historyUpsert: TableUpsert<StageHistoryRow> = {
  table: 'stage_history',
  columns: HISTORY,
  key: (row) => row.tenantId + row.applicationId + row.eventId,
  replaces: () => false,
  statements: [
    {
      name: 'land_history',
      text: `INSERT INTO stage_history (tenant_id, application_id, event_id, from_stage, to_stage, moved_by,
          reason, occurred_at)
        SELECT * FROM ${incoming(HISTORY)}
        ON CONFLICT (tenant_id, application_id, event_id) DO NOTHING`,
    },
  ],
}
