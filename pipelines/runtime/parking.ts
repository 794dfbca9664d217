import { createHash } from 'node:crypto'
import { ATTEMPT_HEADER, SUBJECT_HEADER } from '../../core/events/headers.ts'
import type { Publication } from '../../core/events/topics.ts'
import { Fault, type FaultCode } from '../../core/fault.ts'
import { eventId, isUuid } from '../../core/ids.ts'
import type { LogRecord } from '../../core/ports/event-log.ts'
import type { ParkingReason } from '../../core/processing/processor.ts'
import { seal } from '../../core/security/sealing.ts'

/** What a record is set aside for. */
export interface Parking {
  readonly reason: ParkingReason
  /** Ids and sizes only */
  readonly detail: string
  /** Same fault, same text: operators group by it */
  readonly fingerprint: string
}

export interface ParkingLot {
  readonly processor: string
  /** 32 bytes: parked bytes may hold anything, so they are sealed */
  readonly key: Uint8Array
  readonly clock: () => number
}

// A record over this is named, not carried along: it would not fit into the parked topic. It stays in the log.
const MAX_PARKED_BYTES = 700_000

/** The record as it goes to the parked topic. Parking the same record again gives the same event id. */
export function parkedRecord(
  { processor, key, clock }: ParkingLot,
  record: LogRecord,
  parking: Parking & { readonly tenantId: string | null },
): Publication {
  const place = `${record.topic}/${record.partition}/${record.offset}`
  const sealed = (bytes: Uint8Array | null) =>
    bytes === null || bytes.length > MAX_PARKED_BYTES ? null : seal(key, place, bytes)
  const value = {
    eventId: eventId(processor, place, 'parked'),
    tenantId: parking.tenantId,
    processor,
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    reason: parking.reason,
    detail: parking.detail,
    fingerprint: parking.fingerprint,
    attempt: Number(record.headers[ATTEMPT_HEADER] ?? 1),
    sealedKey: sealed(record.key),
    sealedValue: sealed(record.value),
    headers: { ...record.headers, ...subjectOf(record) },
    parkedAt: clock(),
  }
  // Records that could not be read may have no key: their place is one.
  return { topic: 'parked', key: record.key?.toString() ?? place, value }
}

/** A key that is an id of ours may stand in clear, so that "where is it" finds the record. */
function subjectOf({ key }: LogRecord): Record<string, string> {
  const text = key?.toString() ?? ''
  return isUuid(text) ? { [SUBJECT_HEADER]: text } : {}
}

const REASONS: Partial<Record<FaultCode, ParkingReason>> = {
  'codec.malformed': 'malformed',
  'codec.corrupt': 'corrupt',
  'codec.bomb': 'bomb',
  'registry.schema_unknown': 'schema_unknown',
  'blob_store.missing': 'document_missing',
  'key_store.destroyed': 'key_destroyed',
  'event_log.too_large': 'too_large',
  'database.refused': 'invalid',
  'facts.refused': 'invalid',
  'vector_index.bad_vector': 'invalid',
  'vector_index.no_tenant': 'invalid',
}

/** What an error that the record caused is parked as. An unforeseen one is a bug: its words may be anybody's, its place is ours. */
export function parkingOf(error: unknown): Parking {
  if (error instanceof Fault) {
    const reason = REASONS[error.code] ?? 'bug'
    const detail = error.message
    return { reason, detail, fingerprint: fingerprint(error.code) }
  }
  const name = error instanceof Error ? error.name : typeof error
  const frame = frameOf(error)
  return { reason: 'bug', detail: `${name} at ${frame}`, fingerprint: fingerprint(name, frame) }
}

export const parkingFor = (reason: ParkingReason, detail: string): Parking => ({
  reason,
  detail,
  fingerprint: fingerprint(reason),
})

const fingerprint = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)

/** File and line of ours where it was thrown. */
function frameOf(error: unknown): string {
  const lines = (error instanceof Error ? (error.stack ?? '') : '').split('\n')
  // Only the lines of the trace: the message above them may quote anybody.
  const frames = lines.filter((line) => line.trimStart().startsWith('at '))
  const frame = frames.find((line) => line.includes('.ts:') && !line.includes('node_modules'))
  return /([\w.-]+\.ts:\d+)/.exec(frame ?? '')?.[1] ?? 'unknown'
}
