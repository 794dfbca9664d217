import type { InboxEvent } from '../../core/events/events.generated.ts'
import { applicationId } from '../../core/ids.ts'

const SOURCE = 'test'
const SINCE = Date.UTC(2026, 1, 1)

/** A job and applications for it, as their integration says it: small text résumés, each of another person. */
export function someApplications(
  tenantId: string,
  count: number,
  { from = 0, job = 'job' } = {},
): InboxEvent[] {
  return [
    aJob(tenantId, job),
    ...Array.from({ length: count }, (_, n) => anApplication(tenantId, from + n, job)),
  ]
}

const envelope = (tenantId: string, eventId: string, at: number) =>
  ({ eventId, tenantId, source: SOURCE, occurredAt: SINCE + at * 1000 }) as const

export const aJob = (tenantId: string, externalId = 'job'): InboxEvent => ({
  ...envelope(tenantId, `${externalId}-event`, 0),
  payload: {
    type: 'job_published',
    externalId,
    title: 'Backend engineer',
    description: 'Builds and runs services in TypeScript with PostgreSQL and Kafka.',
    status: null,
    department: null,
    location: null,
    requirements: {
      skills: [
        {
          name: 'TypeScript',
          category: null,
          required: true,
          minYears: 2,
          minProficiency: null,
          weight: 1,
        },
        {
          name: 'Kafka',
          category: null,
          required: false,
          minYears: null,
          minProficiency: null,
          weight: 1,
        },
      ],
      education: null,
      experience: { minYears: 3, seniority: null, preferredIndustries: [] },
    },
    cultureAttributes: [],
    weights: null,
  },
})

export const anApplication = (tenantId: string, n: number, job = 'job'): InboxEvent => ({
  ...envelope(tenantId, `application-event-${n}`, n + 1),
  payload: {
    type: 'application_submitted',
    externalId: `application-${n}`,
    jobExternalId: job,
    candidate: {
      externalId: null,
      name: `Person ${n}`,
      email: `person${n}@example.com`,
      phone: null,
    },
    document: {
      fileName: 'cv.txt',
      mediaType: 'text/plain',
      content: Buffer.from(resume(n)),
      blob: null,
      url: null,
    },
    consent: { processing: true, aiScoring: true, textVersion: '1' },
    appliedAt: null,
    channel: null,
  },
})

const STACKS = [
  'TypeScript and Kafka',
  'Java and Spring',
  'TypeScript',
  'Python and Kafka',
] as const

const resume = (n: number) => `Person ${n}
person${n}@example.com

Experience
Backend engineer, Example Works ${n % 7}
01/${2012 + (n % 8)} - 12/2025
Built services with ${STACKS[n % STACKS.length]} on PostgreSQL.

Skills
${STACKS[n % STACKS.length]!.replace(' and ', ', ')}, PostgreSQL, Docker
`

/** Ids of the applications that events bring. */
export const applicationIds = (events: readonly InboxEvent[]): string[] => [
  ...new Set(
    events.flatMap(({ tenantId, source, payload }) =>
      payload.type === 'application_submitted'
        ? [applicationId(tenantId, source, payload.externalId)]
        : [],
    ),
  ),
]
