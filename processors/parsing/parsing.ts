import type {
  ParsedDocument,
  ParsingWarning,
  Profile,
  SealedProfile,
} from '../../core/domain/profile.ts'
import type {
  ApplicationEvent,
  ApplicationReceived,
  Person,
  ProfileParsed,
} from '../../core/events/events.generated.ts'
import { eventId } from '../../core/ids.ts'
import { done, type Outcome, parked, skipped } from '../../core/processing/processor.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'

export const PARSING = 'parsing'
export const PARSING_VERSION = '1'

export interface ParsingContext {
  readonly generation: number
  readonly parserVersion: string
  /** null: destroyed, or not asked for */
  readonly key: Uint8Array | null
  /** What the source says of the person; null when it said nothing */
  readonly person: Person | null
  /** null without a document */
  readonly document: ParsedDocument | 'missing' | 'corrupt' | null
}

/** What was found in the application's document. */
export function parseApplication(event: ApplicationEvent, context: ParsingContext): Outcome {
  const { payload } = event
  if (payload.type !== 'application_received') return skipped('nothing_to_do')
  if (!payload.consent.processing) return skipped('consent_withdrawn')
  const { key, document } = context
  if (key === null) return skipped('erased')
  const name = payload.document?.blob ?? event.applicationId
  if (document === 'missing') return parked('document_missing', name)
  if (document === 'corrupt') return parked('corrupt', name)
  const value = profileParsed(event, payload, {
    ...context,
    key,
    document: document ?? noDocument(context.parserVersion),
  })
  return done({ topic: 'profiles', key: event.applicationId, value })
}

interface Found extends ParsingContext {
  readonly key: Uint8Array
  readonly document: ParsedDocument
}

function profileParsed(
  event: ApplicationEvent,
  payload: ApplicationReceived,
  { document, key, person, generation }: Found,
): ProfileParsed {
  const { tenantId, applicationId } = event
  const candidateId = event.candidateId ?? ''
  const { outcome, parserVersion } = document
  const profile = outcome === 'parsed' ? withPerson(document.profile, person) : null
  const owner = candidateOwner(tenantId, candidateId)
  const sealed: SealedProfile | null = profile && { profile, text: document.text }
  const version = `${PARSING_VERSION}:${parserVersion}:${generation}`
  return {
    eventId: eventId(PARSING, event.eventId, version),
    causeId: event.eventId,
    tenantId,
    applicationId,
    candidateId,
    jobId: event.jobId ?? '',
    generation,
    outcome,
    reason: document.reason,
    parserVersion,
    confidence: profile?.confidence ?? 0,
    warnings: document.warnings.map(withoutWords),
    language: document.language,
    pages: document.pages,
    skills: profile?.skills.filter(({ matched }) => matched).map(({ name }) => name) ?? [],
    yearsOfExperience: profile?.yearsOfExperience ?? null,
    sealedProfile: sealed && sealJson(key, owner, sealed),
    consent: payload.consent,
    appliedAt: payload.appliedAt,
  }
}

/** The source knows who applied; the document is only asked where it does not say. */
export function withPerson(profile: Profile | null, person: Person | null): Profile | null {
  if (profile === null || person === null) return profile
  const { contact } = profile
  return {
    ...profile,
    fullName: person.name ?? profile.fullName,
    contact: {
      ...contact,
      emails: first(person.email, contact.emails),
      phones: first(person.phone, contact.phones),
    },
  }
}

const first = (given: string | null, found: readonly string[]) =>
  given === null ? found : [given, ...found.filter((one) => !isSame(one, given))]

const isSame = (a: string, b: string) =>
  a.toLowerCase().replaceAll(/[\s()-]/g, '') === b.toLowerCase().replaceAll(/[\s()-]/g, '')

// Its detail quotes the document: the event says only how, and how much.
function withoutWords({ code, detail }: ParsingWarning): ParsingWarning {
  if (code !== 'hidden_text' || detail === null) return { code, detail }
  const [how = '', ...words] = detail.split(': ')
  return { code, detail: `${how}, ${words.join(': ').length} characters` }
}

const noDocument = (parserVersion: string): ParsedDocument => ({
  outcome: 'rejected',
  reason: 'no document: the application came without a résumé; send it as PDF or DOCX',
  parserVersion,
  warnings: [],
  language: null,
  pages: 0,
  text: '',
  profile: null,
})
