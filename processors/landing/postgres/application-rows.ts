import type {
  ApplicationEvent,
  ApplicationReceived,
  ApplicationWithdrawal,
  StageMove,
} from '../../../core/events/events.generated.ts'
import { Fault } from '../../../core/fault.ts'
import type {
  LandingRow,
  MovedRow,
  ReceivedRow,
  StageHistoryRow,
  WithdrawnRow,
} from '../../../core/ports/landing-rows.ts'
import { consentColumns, type RowRules, rulesAt } from './row-rules.ts'

/** Stages that end an application; at all others it is active. */
const ENDS = new Set(['hired', 'rejected', 'withdrawn'])

export function applicationRows(event: ApplicationEvent, offset: number): readonly LandingRow[] {
  const place = { rules: rulesAt(offset), offset }
  const { payload } = event
  switch (payload.type) {
    case 'application_received':
      return [receivedRow(event, payload, place)]
    case 'stage_move':
      return [movedRow(event, payload, place), historyRow(event, payload, place)]
    case 'application_withdrawal':
      return [withdrawnRow(event, place), historyRow(event, payload, place)]
  }
}

interface Place {
  readonly rules: RowRules
  readonly offset: number
}

function ids(event: ApplicationEvent, { rules, offset }: Place) {
  return {
    tenantId: event.tenantId,
    applicationId: event.applicationId,
    source: rules.text('source', event.source),
    externalId: rules.text('externalId', event.externalId),
    position: offset,
  }
}

function receivedRow(
  event: ApplicationEvent,
  received: ApplicationReceived,
  place: Place,
): ReceivedRow {
  const { rules } = place
  const { candidateId, jobId } = event
  if (candidateId === null || jobId === null) {
    throw new Fault('database.refused', `offset ${place.offset}: a receipt of nobody or for no job`)
  }
  const document = received.document
  return {
    table: 'application_received',
    candidateId,
    jobId,
    ...ids(event, place),
    ...consentColumns(rules, received.consent),
    appliedAt: rules.time('appliedAt', received.appliedAt),
    channel: rules.text('channel', received.channel),
    documentBlob: rules.text('document.blob', document?.blob ?? null),
    documentMediaType: rules.text('document.mediaType', document?.mediaType ?? null),
    documentBytes: document ? rules.whole('document.bytes', document.bytes) : null,
    sealed: received.sealed,
    receivedAt: rules.time('occurredAt', event.occurredAt),
  }
}

function movedRow(event: ApplicationEvent, move: StageMove, place: Place): MovedRow {
  const stage = place.rules.text('to', move.to)
  return {
    table: 'application_moved',
    ...ids(event, place),
    stage,
    disposition: ENDS.has(stage) ? stage : 'active',
    movedAt: place.rules.time('occurredAt', event.occurredAt),
  }
}

const withdrawnRow = (event: ApplicationEvent, place: Place): WithdrawnRow => ({
  table: 'application_withdrawn',
  ...ids(event, place),
  withdrawnAt: place.rules.time('occurredAt', event.occurredAt),
})

function historyRow(
  event: ApplicationEvent,
  move: StageMove | ApplicationWithdrawal,
  { rules, offset }: Place,
): StageHistoryRow {
  const moved = move.type === 'stage_move'
  return {
    table: 'stage_history',
    tenantId: event.tenantId,
    applicationId: event.applicationId,
    eventId: event.eventId,
    fromStage: moved ? rules.text('from', move.from) : null,
    toStage: moved ? move.to : 'withdrawn',
    movedBy: moved ? rules.text('by', move.by) : null,
    reason: rules.text('reason', move.reason),
    occurredAt: rules.time('occurredAt', event.occurredAt),
    position: offset,
  }
}
