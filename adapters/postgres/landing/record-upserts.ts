import type { CandidateRow, JobRow, ParkedRow } from '../../../core/ports/landing-rows.ts'
import { type Column, incoming, type TableUpsert } from './table-upsert.ts'

/** Nothing sealed lands for one whose key is gone: the unreadable bytes are not kept either. */
export const unlessErased = (column: string): string => `CASE WHEN EXISTS (
    SELECT FROM candidate WHERE candidate.tenant_id = incoming.tenant_id
      AND candidate.candidate_id = incoming.candidate_id AND candidate.status = 'erased')
    THEN NULL ELSE incoming.${column} END`

const JOB: readonly Column<JobRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'job_id', type: 'uuid', of: (row) => row.jobId },
  { name: 'source', type: 'text', of: (row) => row.source },
  { name: 'external_id', type: 'text', of: (row) => row.externalId },
  { name: 'version', type: 'int8', of: (row) => row.version },
  { name: 'status', type: 'text', of: (row) => row.status },
  { name: 'title', type: 'text', of: (row) => row.title },
  { name: 'description', type: 'text', of: (row) => row.description },
  { name: 'department', type: 'text', of: (row) => row.department },
  { name: 'location', type: 'text', of: (row) => row.location },
  { name: 'requirements', type: 'json', of: (row) => row.requirementsJson },
  { name: 'culture_attributes', type: 'json', of: (row) => row.cultureAttributesJson },
  { name: 'weights', type: 'json', of: (row) => row.weightsJson },
  { name: 'changed_at', type: 'timestamptz', of: (row) => row.changedAt },
  { name: 'position', type: 'int8', of: (row) => row.position },
]

export const jobUpsert: TableUpsert<JobRow> = {
  table: 'job',
  columns: JOB,
  key: (row) => row.tenantId + row.jobId,
  replaces: (later, earlier) => later.version >= earlier.version,
  statements: [
    {
      name: 'land_job',
      text: `INSERT INTO job (tenant_id, job_id, source, external_id, version, status, title, description,
          department, location, requirements, culture_attributes, weights, changed_at, position)
        SELECT tenant_id, job_id, source, external_id, version, status, title, description, department, location,
          requirements::jsonb, ARRAY(SELECT json_array_elements_text(culture_attributes)), weights::jsonb,
          changed_at, position
        FROM ${incoming(JOB)}
        ON CONFLICT (tenant_id, job_id) DO UPDATE SET version = excluded.version, status = excluded.status,
          title = excluded.title, description = excluded.description, department = excluded.department,
          location = excluded.location, requirements = excluded.requirements,
          culture_attributes = excluded.culture_attributes, weights = excluded.weights,
          changed_at = excluded.changed_at, position = excluded.position
        WHERE (excluded.version, excluded.position) > (job.version, job.position)`,
    },
  ],
}

const CANDIDATE: readonly Column<CandidateRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'candidate_id', type: 'uuid', of: (row) => row.candidateId },
  { name: 'version', type: 'int8', of: (row) => row.version },
  { name: 'status', type: 'text', of: (row) => row.status },
  { name: 'merged_into', type: 'uuid', of: (row) => row.mergedInto },
  { name: 'consent_processing', type: 'bool', of: (row) => row.consentProcessing },
  { name: 'consent_ai_scoring', type: 'bool', of: (row) => row.consentAiScoring },
  { name: 'consent_text_version', type: 'text', of: (row) => row.consentTextVersion },
  { name: 'sealed', type: 'bytea', of: (row) => row.sealed },
  { name: 'changed_at', type: 'timestamptz', of: (row) => row.changedAt },
  { name: 'position', type: 'int8', of: (row) => row.position },
]

const erased = (row: CandidateRow) => row.status === 'erased'

/** Of all generations; those of an application that lands later are left out as they land. */
const sweep = (table: string, column: string) => `UPDATE ${table} SET ${column} = NULL
  FROM ${incoming(CANDIDATE)}, generation, application
  WHERE incoming.status = 'erased' AND application.tenant_id = incoming.tenant_id
    AND application.candidate_id = incoming.candidate_id AND ${table}.tenant_id = incoming.tenant_id
    AND ${table}.generation = generation.generation
    AND ${table}.application_id = application.application_id AND ${table}.${column} IS NOT NULL`

export const candidateUpsert: TableUpsert<CandidateRow> = {
  table: 'candidate',
  columns: CANDIDATE,
  key: (row) => row.tenantId + row.candidateId,
  replaces: (later, earlier) => later.version >= earlier.version,
  statements: [
    {
      name: 'land_candidate',
      text: `INSERT INTO candidate (tenant_id, candidate_id, version, status, merged_into, consent_processing,
          consent_ai_scoring, consent_text_version, sealed, changed_at, position)
        SELECT tenant_id, candidate_id, version, status, merged_into, consent_processing,
          consent_ai_scoring, consent_text_version, sealed, changed_at, position
        FROM ${incoming(CANDIDATE)}
        ON CONFLICT (tenant_id, candidate_id) DO UPDATE SET version = excluded.version,
          status = excluded.status, merged_into = excluded.merged_into,
          consent_processing = excluded.consent_processing, consent_ai_scoring = excluded.consent_ai_scoring,
          consent_text_version = excluded.consent_text_version, sealed = excluded.sealed,
          changed_at = excluded.changed_at, position = excluded.position
        WHERE candidate.status <> 'erased'
          AND (excluded.version, excluded.position) > (candidate.version, candidate.position)`,
    },
    {
      name: 'sweep_application',
      neededFor: erased,
      text: `UPDATE application SET sealed = NULL FROM ${incoming(CANDIDATE)}
        WHERE incoming.status = 'erased' AND application.tenant_id = incoming.tenant_id
          AND application.candidate_id = incoming.candidate_id AND application.sealed IS NOT NULL`,
    },
    { name: 'sweep_profile', neededFor: erased, text: sweep('profile', 'sealed') },
    { name: 'sweep_score', neededFor: erased, text: sweep('score', 'sealed_evidence') },
  ],
}

const PARKED: readonly Column<ParkedRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'event_id', type: 'uuid', of: (row) => row.eventId },
  { name: 'processor', type: 'text', of: (row) => row.processor },
  { name: 'topic', type: 'text', of: (row) => row.topic },
  { name: 'partition', type: 'int4', of: (row) => row.partition },
  { name: 'log_offset', type: 'int8', of: (row) => row.offset },
  { name: 'reason', type: 'text', of: (row) => row.reason },
  { name: 'detail', type: 'text', of: (row) => row.detail },
  { name: 'fingerprint', type: 'text', of: (row) => row.fingerprint },
  { name: 'attempt', type: 'int4', of: (row) => row.attempt },
  { name: 'subject', type: 'text', of: (row) => row.subject },
  { name: 'parked_at', type: 'timestamptz', of: (row) => row.parkedAt },
]

export const parkedUpsert: TableUpsert<ParkedRow> = {
  table: 'parked',
  columns: PARKED,
  key: (row) => row.tenantId + row.eventId,
  replaces: (later, earlier) => later.attempt >= earlier.attempt,
  statements: [
    {
      name: 'land_parked',
      text: `INSERT INTO parked (tenant_id, event_id, processor, topic, partition, log_offset, reason, detail,
          fingerprint, attempt, subject, parked_at)
        SELECT * FROM ${incoming(PARKED)}
        ON CONFLICT (tenant_id, event_id) DO UPDATE SET reason = excluded.reason, detail = excluded.detail,
          fingerprint = excluded.fingerprint, attempt = excluded.attempt, subject = excluded.subject,
          parked_at = excluded.parked_at
        WHERE excluded.attempt > parked.attempt`,
    },
  ],
}
