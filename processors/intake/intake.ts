import type {
  ApplicationEvent,
  ApplicationSubmitted,
  CandidateState,
  Consent,
  DocumentReference,
  InboxEvent,
  JobPublished,
  JobVersion,
  Person,
  Weights,
} from '../../core/events/events.generated.ts'
import type { Publication } from '../../core/events/topics.ts'
import { applicationId, eventId, jobId } from '../../core/ids.ts'
import { requirementsFromText } from '../../core/jobs/requirements-from-text.ts'
import { done, type Outcome, parked, skipped } from '../../core/processing/processor.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'

export const INTAKE = 'intake'
export const INTAKE_VERSION = '1'

/** A person of the event, with the key that seals what is personal; null when it was destroyed: erased. */
export interface KnownPerson {
  readonly candidateId: string
  readonly key: Uint8Array | null
}

export interface IntakeContext {
  readonly tenantAllowed: boolean
  /** The candidate of the event; null when the event has none, or nothing to know one by */
  readonly person: KnownPerson | null
  /** Only of a merge: the record that goes */
  readonly merged: KnownPerson | null
  readonly document: DocumentReference | null
  /** Only of a closure: the job as it is known */
  readonly job: JobVersion | null
  /** Of jobs that set none */
  readonly defaultWeights: Weights
}

/** What the source said, as events of ours. */
export function takeIn(event: InboxEvent, context: IntakeContext): Outcome {
  if (!context.tenantAllowed) return parked('tenant_not_allowed', event.tenantId)
  const { payload } = event
  switch (payload.type) {
    case 'application_submitted':
      return received(event, payload, context)
    case 'application_withdrawn': {
      const { reason } = payload
      return moved(event, payload.externalId, { type: 'application_withdrawal', reason })
    }
    case 'stage_changed': {
      const { from, to, by, reason } = payload
      return moved(event, payload.externalId, { type: 'stage_move', from, to, by, reason })
    }
    case 'job_published':
      return done(jobVersion(event, payload, context.defaultWeights))
    case 'job_closed':
      return closed(event, payload.externalId, context.job)
    case 'candidate_changed':
      return payload.consent === null
        ? skipped('nothing_to_do')
        : standing(event, context, { consent: payload.consent, person: payload.candidate })
    case 'consent_changed':
      return standing(event, context, { consent: payload.consent, person: payload.candidate })
    case 'erasure_requested':
      return standing(event, context, { consent: NONE, status: 'erased' })
    case 'candidate_merged':
      return mergedInto(event, context)
  }
}

const NONE: Consent = { processing: false, aiScoring: false, textVersion: null }

function received(
  event: InboxEvent,
  said: ApplicationSubmitted,
  { person, document }: IntakeContext,
): Outcome {
  if (person === null) return parked('no_identity', said.externalId.length.toString())
  if (person.key === null) return skipped('erased')
  const owner = candidateOwner(event.tenantId, person.candidateId)
  const value: ApplicationEvent = {
    ...follows(event),
    applicationId: applicationId(event.tenantId, event.source, said.externalId),
    candidateId: person.candidateId,
    jobId: jobId(event.tenantId, event.source, said.jobExternalId),
    source: event.source,
    externalId: said.externalId,
    occurredAt: event.occurredAt,
    payload: {
      type: 'application_received',
      sealed: sealJson(person.key, owner, said.candidate),
      document,
      consent: said.consent,
      appliedAt: said.appliedAt ?? event.occurredAt,
      channel: said.channel,
    },
  }
  const candidate = candidateState(event, person, { consent: said.consent, person: said.candidate })
  return done(candidate, { topic: 'applications', key: value.applicationId, value })
}

function moved(
  event: InboxEvent,
  externalId: string,
  payload: ApplicationEvent['payload'],
): Outcome {
  const value: ApplicationEvent = {
    ...follows(event),
    applicationId: applicationId(event.tenantId, event.source, externalId),
    candidateId: null,
    jobId: null,
    source: event.source,
    externalId,
    occurredAt: event.occurredAt,
    payload,
  }
  return done({ topic: 'applications', key: value.applicationId, value })
}

function jobVersion(event: InboxEvent, said: JobPublished, defaults: Weights): Publication {
  const value: JobVersion = {
    ...follows(event),
    jobId: jobId(event.tenantId, event.source, said.externalId),
    source: event.source,
    externalId: said.externalId,
    version: event.occurredAt,
    status: said.status === 'draft' || said.status === 'closed' ? said.status : 'open',
    title: said.title,
    description: said.description,
    department: said.department,
    location: said.location,
    requirements: said.requirements ?? requirementsFromText(said.title, said.description),
    cultureAttributes: said.cultureAttributes,
    weights: said.weights ?? defaults,
    changedAt: event.occurredAt,
  }
  return { topic: 'jobs', key: value.jobId, value }
}

// The jobs topic holds whole versions: a closure is the last version, closed.
function closed(event: InboxEvent, externalId: string, job: JobVersion | null): Outcome {
  if (job === null) return parked('job_unknown', jobId(event.tenantId, event.source, externalId))
  if (job.version > event.occurredAt) return skipped('superseded')
  const { occurredAt: changedAt } = event
  const value = {
    ...job,
    ...follows(event),
    status: 'closed' as const,
    version: changedAt,
    changedAt,
  }
  return done({ topic: 'jobs', key: value.jobId, value })
}

interface Standing {
  readonly consent: Consent
  readonly person?: Person
  readonly status?: 'active' | 'merged' | 'erased'
  readonly mergedInto?: string
}

function standing(event: InboxEvent, { person }: IntakeContext, said: Standing): Outcome {
  if (person === null) return parked('no_identity', event.payload.type)
  // Erased is final; that it is asked for again is no news either.
  if (person.key === null && said.status !== 'erased') return skipped('erased')
  return done(candidateState(event, person, said))
}

function mergedInto(event: InboxEvent, { person, merged }: IntakeContext): Outcome {
  if (person === null || merged === null) return parked('no_identity', event.payload.type)
  if (person.candidateId === merged.candidateId) return skipped('nothing_to_do')
  const said = { consent: NONE, status: 'merged' as const, mergedInto: person.candidateId }
  return done(candidateState(event, merged, said))
}

function candidateState(event: InboxEvent, person: KnownPerson, said: Standing): Publication {
  const owner = candidateOwner(event.tenantId, person.candidateId)
  const value: CandidateState = {
    ...follows(event, 1),
    candidateId: person.candidateId,
    version: event.occurredAt,
    status: said.status ?? 'active',
    mergedInto: said.mergedInto ?? null,
    consent: said.consent,
    sealed: said.person && person.key ? sealJson(person.key, owner, said.person) : null,
    changedAt: event.occurredAt,
  }
  return { topic: 'candidates', key: value.candidateId, value }
}

/** The envelope of what follows from a source's event; `nth` tells several events of one cause apart. */
const follows = (event: InboxEvent, nth = 0) => ({
  eventId: eventId(INTAKE, causeOf(event), INTAKE_VERSION, nth),
  causeId: causeOf(event),
  tenantId: event.tenantId,
})

// A source's event id is unique within the source only.
const causeOf = ({ tenantId, source, eventId: id }: InboxEvent) => `${tenantId}/${source}/${id}`
