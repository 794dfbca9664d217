import type { ParkedRecord } from '../../../core/events/events.generated.ts'
import { SUBJECT_HEADER } from '../../../core/events/headers.ts'
import type { ParkedRow } from '../../../core/ports/landing-rows.ts'
import { rulesAt } from './row-rules.ts'

/** Of records that could not be read: no tenant sees them, operators do. */
const NO_TENANT = '00000000-0000-0000-0000-000000000000'

/** For "where is it"; the record's own bytes stay in the log. */
export function parkedRows(record: ParkedRecord, offset: number): readonly ParkedRow[] {
  const rules = rulesAt(offset)
  return [
    {
      table: 'parked',
      tenantId: record.tenantId ?? NO_TENANT,
      eventId: record.eventId,
      processor: rules.text('processor', record.processor),
      topic: rules.text('topic', record.topic),
      partition: rules.whole('partition', record.partition),
      offset: rules.whole('offset', record.offset),
      reason: rules.text('reason', record.reason),
      detail: rules.text('detail', record.detail),
      fingerprint: rules.text('fingerprint', record.fingerprint),
      attempt: rules.whole('attempt', record.attempt),
      subject: rules.text('subject', record.headers[SUBJECT_HEADER] ?? null),
      parkedAt: rules.time('parkedAt', record.parkedAt),
      position: offset,
    },
  ]
}
