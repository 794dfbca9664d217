import type { ApplicationEvent, ApplicationReceived } from '../../core/events/events.generated.ts'
import { TENANT, testId } from './a-job-event.ts'

export const APPLICANT = testId('applicant')

/** An application received with a document; the rest does not matter. */
export const anApplicationReceived = (
  given: Partial<ApplicationReceived> = {},
): ApplicationReceived => ({
  type: 'application_received',
  sealed: null,
  document: { blob: 'blob-1', fileName: 'document.txt', mediaType: null, bytes: 100 },
  consent: { processing: true, aiScoring: true, textVersion: null },
  appliedAt: Date.UTC(2026, 5, 15),
  channel: null,
  ...given,
})

export const anApplicationEvent = (
  payload: ApplicationEvent['payload'] = anApplicationReceived(),
): ApplicationEvent => ({
  eventId: testId('application event'),
  causeId: 'test',
  tenantId: TENANT,
  applicationId: testId('application'),
  candidateId: APPLICANT,
  jobId: testId('job'),
  source: 'test',
  externalId: 'application-1',
  occurredAt: Date.UTC(2026, 5, 15),
  payload,
})
