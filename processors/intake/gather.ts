import { createHmac } from 'node:crypto'
import type {
  DocumentReference,
  InboxEvent,
  InlineDocument,
  Person,
  Weights,
} from '../../core/events/events.generated.ts'
import { candidateId, jobId } from '../../core/ids.ts'
import type { BlobStore } from '../../core/ports/blob-store.ts'
import type { JobView } from '../../core/ports/job-view.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { Processor } from '../../core/processing/processor.ts'
import { candidateOwner, seal } from '../../core/security/sealing.ts'
import { INTAKE, INTAKE_VERSION, type IntakeContext, type KnownPerson, takeIn } from './intake.ts'

export interface IntakeReads {
  readonly keys: KeyStore
  readonly blobs: BlobStore
  readonly jobs: JobView
  /** Tenants that may speak on this inbox; null: all */
  readonly tenants: ReadonlySet<string> | null
  readonly defaultWeights: Weights
  /** How long a closure waits for its job */
  readonly patienceMs: number
}

/** Intake as the runtime runs it. */
export function intake(reads: IntakeReads): Processor<'inbox', IntakeContext> {
  return {
    name: INTAKE,
    version: INTAKE_VERSION,
    decide: takeIn,
    async gather(events, signal) {
      const people = await knowPeople(events, reads, signal)
      return Promise.all(events.map((event) => contextOf(event, people, reads, signal)))
    },
  }
}

type People = ReadonlyMap<Person, KnownPerson>

async function contextOf(
  event: InboxEvent,
  people: People,
  reads: IntakeReads,
  signal: AbortSignal,
): Promise<IntakeContext> {
  const { payload } = event
  const tenantAllowed = isAllowed(event, reads)
  const known = (person: Person) => people.get(person) ?? null
  const person =
    'candidate' in payload
      ? known(payload.candidate)
      : 'kept' in payload
        ? known(payload.kept)
        : null
  // The one write that a processor makes: destroying the key is the erasure. Again is harmless.
  if (payload.type === 'erasure_requested' && person !== null) {
    await reads.keys.destroyCandidateKey(event.tenantId, person.candidateId, signal)
  }
  const merged = 'merged' in payload ? known(payload.merged) : null
  const document =
    tenantAllowed && payload.type === 'application_submitted' && person?.key
      ? await keep(event, { document: payload.document, person, key: person.key }, reads, signal)
      : null
  const job =
    payload.type === 'job_closed'
      ? await reads.jobs.awaitJob(
          {
            tenantId: event.tenantId,
            jobId: jobId(event.tenantId, event.source, payload.externalId),
            patienceMs: reads.patienceMs,
          },
          signal,
        )
      : null
  return { tenantAllowed, person, merged, document, job, defaultWeights: reads.defaultWeights }
}

const isAllowed = ({ tenantId }: InboxEvent, { tenants }: IntakeReads) =>
  tenants === null || tenants.has(tenantId)

/** Ids and keys of all people of a chunk: one question to the key store a tenant. */
async function knowPeople(
  events: readonly InboxEvent[],
  reads: IntakeReads,
  signal: AbortSignal,
): Promise<People> {
  const known = new Map<Person, KnownPerson>()
  const byTenant = Map.groupBy(
    events.filter((event) => isAllowed(event, reads)),
    ({ tenantId }) => tenantId,
  )
  for (const [tenantId, own] of byTenant) {
    const tenantKey = await reads.keys.tenantKey(tenantId, signal)
    const ids = own.flatMap((event) => identities(event, tenantKey))
    const asked = [...new Set(ids.map(({ id }) => id))]
    const keys = await reads.keys.candidateKeys(tenantId, asked, signal)
    for (const { person, id } of ids) {
      known.set(person, { candidateId: id, key: keys.get(id) ?? null })
    }
  }
  return known
}

function identities(event: InboxEvent, tenantKey: Uint8Array): { person: Person; id: string }[] {
  const { payload, source } = event
  const people =
    'candidate' in payload
      ? [payload.candidate]
      : 'kept' in payload
        ? [payload.kept, payload.merged]
        : []
  // A person with neither address nor id is known by the application alone.
  const fallback =
    payload.type === 'application_submitted' ? `application/${payload.externalId}` : null
  return people.flatMap((person) => {
    const { email } = person
    const externalId = person.externalId ?? fallback
    const id = candidateId(event.tenantId, tenantKey, { source, email, externalId })
    return id === null ? [] : [{ person, id }]
  })
}

interface Kept {
  readonly document: InlineDocument | null
  readonly person: KnownPerson
  readonly key: Uint8Array
}

/** Seals a document into the blob store. The same document of the same person is the same blob. */
async function keep(
  { tenantId }: InboxEvent,
  { document, person, key }: Kept,
  { blobs }: IntakeReads,
  signal: AbortSignal,
): Promise<DocumentReference | null> {
  if (document === null) return null
  const { content, mediaType } = document
  const fileName = extensionOf(document.fileName)
  if (document.blob !== null) return { blob: document.blob, fileName, mediaType, bytes: 0 }
  if (content === null) return null
  const owner = candidateOwner(tenantId, person.candidateId)
  // Keyed, so that the name of a blob does not tell whether a known file is behind it.
  const digest = createHmac('sha256', key).update(content).digest('hex')
  const blob = `${tenantId}/${person.candidateId}/${digest}`
  await blobs.put(blob, seal(key, owner, content), signal)
  return { blob, fileName, mediaType, bytes: content.length }
}

// Names of files name people; the ending is all that is needed.
function extensionOf(fileName: string | null): string | null {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName ?? '')?.[1]
  return ending ? `document.${ending.toLowerCase()}` : null
}
