import type { ParsedDocument } from '../../core/domain/profile.ts'
import type { ApplicationEvent, Person } from '../../core/events/events.generated.ts'
import { Fault } from '../../core/fault.ts'
import type { BlobStore } from '../../core/ports/blob-store.ts'
import type { DocumentParser } from '../../core/ports/document-parser.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { Processor } from '../../core/processing/processor.ts'
import { keysByOwner } from '../../core/security/candidate-keys.ts'
import { candidateOwner, unseal, unsealJson } from '../../core/security/sealing.ts'
import { PARSING, PARSING_VERSION, type ParsingContext, parseApplication } from './parsing.ts'

export interface ParsingReads {
  readonly keys: KeyStore
  readonly blobs: BlobStore
  readonly parser: DocumentParser
  /** That the profiles belong to */
  readonly generation: number
}

/** Parsing as the runtime runs it. */
export function parsing(reads: ParsingReads): Processor<'applications', ParsingContext> {
  return {
    name: PARSING,
    version: PARSING_VERSION,
    decide: parseApplication,
    async gather(events, signal) {
      const keys = await keysByOwner(events.flatMap(readable), reads.keys, signal)
      return Promise.all(
        events.map((event) => {
          const owner = candidateOwner(event.tenantId, event.candidateId ?? '')
          return contextOf(event, { owner, key: keys.get(owner) ?? null }, reads, signal)
        }),
      )
    },
  }
}

function readable(event: ApplicationEvent) {
  const { tenantId, candidateId, payload } = event
  const wanted = payload.type === 'application_received' && payload.consent.processing
  return wanted && candidateId !== null ? [{ tenantId, candidateId }] : []
}

interface Owned {
  readonly owner: string
  readonly key: Uint8Array | null
}

async function contextOf(
  { payload }: ApplicationEvent,
  { owner, key }: Owned,
  reads: ParsingReads,
  signal: AbortSignal,
): Promise<ParsingContext> {
  const { generation, parser } = reads
  const context = { generation, parserVersion: parser.version, key, person: null, document: null }
  if (payload.type !== 'application_received' || key === null) return context
  const person = personIn(payload.sealed, key, owner)
  if (payload.document === null) return { ...context, person }
  const { blob, fileName, mediaType } = payload.document
  const bytes = await bytesOf(blob, { key, owner, blobs: reads.blobs, signal })
  if (typeof bytes === 'string') return { ...context, person, document: bytes }
  const file = { bytes, fileName, mediaType, asOf: dayOf(payload.appliedAt) }
  const document: ParsedDocument = await parser.parse(file, signal)
  return { ...context, person, document }
}

/** What cannot be opened says nothing: the document may still tell. */
function personIn(sealed: Uint8Array | null, key: Uint8Array, owner: string): Person | null {
  try {
    return sealed && unsealJson<Person>(key, owner, sealed)
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
}

interface Sealed {
  readonly key: Uint8Array
  readonly owner: string
  readonly blobs: BlobStore
  readonly signal: AbortSignal
}

async function bytesOf(blob: string, { key, owner, blobs, signal }: Sealed) {
  try {
    return unseal(key, owner, await blobs.get(blob, signal))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.code === 'blob_store.missing') return 'missing'
    if (error.code === 'codec.corrupt') return 'corrupt'
    throw error
  }
}

/** 'YYYY-MM-DD' in UTC. @param at  milliseconds since 1970 */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
