import type { InboxEvent, JobVersion } from '../../core/events/events.generated.ts'
import { uuid5 } from '../../core/ids.ts'

export const TENANT = uuid5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'test tenant')
export const testId = (name: string) => uuid5(TENANT, name)

/** A JobVersion whose `version` and `externalId` tell it apart; the rest does not matter. */
export const aJobVersion = (given: Partial<JobVersion> = {}): JobVersion => ({
  eventId: testId(`job event ${given.externalId} ${given.version}`),
  causeId: 'test',
  tenantId: TENANT,
  jobId: testId(`job ${given.externalId}`),
  source: 'test',
  externalId: 'job-1',
  version: 1,
  status: 'open',
  title: 'Nurse',
  description: 'Cares for people',
  department: null,
  location: null,
  requirements: { skills: [], education: null, experience: null },
  cultureAttributes: [],
  weights: { skills: 0.4, experience: 0.3, culture: 0.15, trajectory: 0.15, relevance: 0 },
  changedAt: Date.UTC(2026, 0, 1),
  ...given,
})

export const anInboxEvent = (
  payload: InboxEvent['payload'],
  given: Partial<InboxEvent> = {},
): InboxEvent => ({
  eventId: 'source-event-1',
  tenantId: TENANT,
  source: 'test',
  occurredAt: Date.UTC(2026, 0, 1),
  payload,
  ...given,
})
