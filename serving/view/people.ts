import { Fault } from '../../core/fault.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { ApplicationSummary } from '../../core/ports/ranking-reader.ts'
import { candidateOwner, unsealJson } from '../../core/security/sealing.ts'

/** What of a person a list shows. */
export interface ShownPerson {
  readonly name: string | null
  /** Masked: enough to tell two people apart, not to write to one */
  readonly email: string | null
}

export interface Quote {
  readonly requirement: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

export interface Opened extends ShownPerson {
  readonly quotes: readonly Quote[]
}

const NOBODY: Opened = { name: null, email: null, quotes: [] }

export interface OpenPeople {
  readonly tenantId: string
  readonly applications: readonly ApplicationSummary[]
}

/**
 * Unseals what a list shows, with all keys in one question.
 * @returns by application; an erased person, or bytes that do not open, are nobody
 * @throws Fault key_store.unavailable
 */
export async function openPeople(
  keys: KeyStore,
  { tenantId, applications }: OpenPeople,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Opened>> {
  const sealed = applications.filter((one) => one.sealedContact ?? one.score?.sealedEvidence)
  if (sealed.length === 0) return new Map()
  const ids = [...new Set(sealed.map(({ candidateId }) => candidateId))]
  const found = await keys.candidateKeys(tenantId, ids, signal)
  return new Map(
    sealed.map((one) => {
      const key = found.get(one.candidateId)
      return [one.applicationId, key ? open(key, tenantId, one) : NOBODY]
    }),
  )
}

function open(key: Uint8Array, tenantId: string, application: ApplicationSummary): Opened {
  const owner = candidateOwner(tenantId, application.candidateId)
  const contact = unsealed<Partial<ShownPerson>>(key, owner, application.sealedContact)
  const quotes = unsealed<Quote[]>(key, owner, application.score?.sealedEvidence ?? null)
  return {
    name: contact?.name ?? null,
    email: contact?.email ? maskedEmail(contact.email) : null,
    quotes: Array.isArray(quotes) ? quotes : [],
  }
}

function unsealed<T>(key: Uint8Array, owner: string, sealed: Uint8Array | null): T | null {
  if (sealed === null) return null
  try {
    return unsealJson<T>(key, owner, sealed)
  } catch (error) {
    // One damaged cell hides one name, not the list.
    if (error instanceof Fault && error.code === 'codec.corrupt') return null
    throw error
  }
}

/** `jane@example.com` to `j***@example.com` */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '***'
  return `${[...email][0]}***${email.slice(at)}`
}
