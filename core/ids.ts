import { createHash, createHmac } from 'node:crypto'

// uuid5 name spaces of ours: themselves uuid5(URL namespace, 'hirestream:' + kind), written out so that they never move.
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
const namespace = (kind: string) => uuid5(URL_NAMESPACE, `hirestream:${kind}`)

/** RFC 9562 name-based id: the same namespace and name give the same id anywhere. */
export function uuid5(space: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => UUID.test(text)

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
