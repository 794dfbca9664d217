import type { ApplicationEvent } from '../../../core/events/events.generated.ts'

/** A row of application_fact, less its place in the log. Times in milliseconds. Free text stays out: it may name people. */
export interface ApplicationFact {
  readonly event_id: string
  readonly tenant_id: string
  readonly application_id: string
  readonly candidate_id: string | null
  readonly job_id: string | null
  readonly source: string
  readonly external_id: string
  readonly kind: ApplicationEvent['payload']['type']
  readonly occurred_at: number
  readonly stage_from: string | null
  readonly stage_to: string
  readonly applied_at: number | null
  readonly channel: string | null
  readonly consent_processing: boolean | null
  readonly consent_ai_scoring: boolean | null
  readonly document_media_type: string | null
  readonly document_bytes: number | null
}

/** One event, one row: its payload is one of several records, which ClickHouse cannot read as columns by itself. */
export function applicationRow(event: ApplicationEvent): ApplicationFact {
  const { payload } = event
  return {
    event_id: event.eventId,
    tenant_id: event.tenantId,
    application_id: event.applicationId,
    candidate_id: event.candidateId,
    job_id: event.jobId,
    source: event.source,
    external_id: event.externalId,
    kind: payload.type,
    occurred_at: event.occurredAt,
    ...stagesOf(payload),
    ...receiptOf(payload),
  }
}

function stagesOf(payload: ApplicationEvent['payload']) {
  if (payload.type === 'application_received') return { stage_from: null, stage_to: 'applied' }
  if (payload.type === 'stage_move') return { stage_from: payload.from, stage_to: payload.to }
  return { stage_from: null, stage_to: 'withdrawn' }
}

function receiptOf(payload: ApplicationEvent['payload']) {
  const received = payload.type === 'application_received' ? payload : null
  return {
    applied_at: received?.appliedAt ?? null,
    channel: received?.channel ?? null,
    consent_processing: received?.consent.processing ?? null,
    consent_ai_scoring: received?.consent.aiScoring ?? null,
    document_media_type: received?.document?.mediaType ?? null,
    document_bytes: received?.document?.bytes ?? null,
  }
}
