import { createHmac, hash } from 'node:crypto'

// uuid5 name spaces of ours: themselves uuid5(URL namespace, 'hirestream:' + kind), written out so that they never move.
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
const namespace = (kind: string) => uuid5(URL_NAMESPACE, `hirestream:${kind}`)

/** RFC 9562 name-based id: the same namespace and name give the same id anywhere. */
export function uuid5(space: string, name: string): string {
  const hex = hash('sha1', Buffer.concat([bytesOf(space), Buffer.from(name, 'utf8')]), 'hex')
  const variant = VARIANTS[Number.parseInt(hex[16]!, 16) & 3]!
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-` +
    `${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  )
}

const VARIANTS = '89ab'
const SPACES_KEPT = 100
const spaces = new Map<string, Buffer>()

/** Few spaces make all our ids: their bytes are kept. */
function bytesOf(space: string): Buffer {
  const known = spaces.get(space)
  if (known) return known
  const bytes = Buffer.from(space.replaceAll('-', ''), 'hex')
  if (spaces.size >= SPACES_KEPT) spaces.clear()
  spaces.set(space, bytes)
  return bytes
}

const [LEAST_DIGIT, MOST_DIGIT, LEAST_LETTER, MOST_LETTER] = [0x30, 0x39, 0x61, 0x66]

/** In lower case. Every id of every event is asked, in and out: a loop is three times as fast as an expression. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false
  for (let at = 0; at < 36; at++) {
    const unit = text.charCodeAt(at)
    const isDigit = unit >= LEAST_DIGIT && unit <= MOST_DIGIT
    const isLetter = unit >= LEAST_LETTER && unit <= MOST_LETTER
    if (isDigit || isLetter ? isHyphenAt(at) : unit !== 0x2d || !isHyphenAt(at)) return false
  }
  return true
}

const isHyphenAt = (at: number) => at === 8 || at === 13 || at === 18 || at === 23

const APPLICATIONS = namespace('application')
const JOBS = namespace('job')
const CANDIDATES = namespace('candidate')
const EVENTS = namespace('event')

// Parts are joined by a character that no id holds, so that ('a', 'bc') and ('ab', 'c') stay apart.
const joined = (...parts: readonly (string | number)[]) => parts.join('\u0000')

export const applicationId = (tenantId: string, source: string, externalId: string): string =>
  uuid5(APPLICATIONS, joined(tenantId, source, externalId))

export const jobId = (tenantId: string, source: string, externalId: string): string =>
  uuid5(JOBS, joined(tenantId, source, externalId))

/**
 * One person, one id, whoever computes it: by e-mail where there is one, else by the source's id.
 * @param tenantKey  so that nobody without it can test an address against an id
 * @returns null when there is neither: the caller decides what such a person is
 */
export function candidateId(
  tenantId: string,
  tenantKey: Uint8Array,
  person: { source: string; email: string | null; externalId: string | null },
): string | null {
  const email = person.email === null ? null : normalisedEmail(person.email)
  const by = email
    ? joined('email', email)
    : person.externalId
      ? joined('external', person.source, person.externalId)
      : null
  if (by === null) return null
  const blinded = createHmac('sha256', tenantKey).update(by, 'utf8').digest('hex')
  return uuid5(CANDIDATES, joined(tenantId, blinded))
}

/** @returns lower-cased and trimmed; '' when it is no address */
export function normalisedEmail(email: string): string {
  const trimmed = email.trim().toLowerCase().normalize('NFC')
  return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? trimmed : ''
}

/** @param version  of the processor: a new version's events are new events */
export const eventId = (processor: string, causeId: string, version: string, nth = 0): string =>
  uuid5(EVENTS, joined(processor, causeId, version, nth))
