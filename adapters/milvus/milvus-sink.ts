import { isUnitVector } from '../../core/domain/unit-vector.ts'
import type { CandidateState, ProfileEmbedded } from '../../core/events/events.generated.ts'
import type { Events } from '../../core/events/topics.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type { LandedEvent, LandingBatch, Sink } from '../../core/ports/sink.ts'
import type { ApplicationVector, VectorIndex } from '../../core/ports/vector-index.ts'
import { type Noting, noteProgress } from '../../core/processing/note-progress.ts'

export interface MilvusSinkParts {
  readonly index: VectorIndex
  readonly dimension: number
  /** The generation that is written */
  readonly generation: number
  /** The generation whose events land in it: another one only when results are restored rather than computed again */
  readonly reads?: number
  /** From processors/landing/milvus */
  readonly vectorOf: (event: ProfileEmbedded, position: number) => ApplicationVector | null
  readonly changeOf: (
    event: CandidateState,
  ) => { kind: 'none' } | { kind: 'erased' } | { kind: 'merged'; into: string }
  readonly noting?: Noting
}

/**
 * Lands vectors, and what erasure and merging do to them. It has no ledger: a repeat is made harmless by key and
 * position, and where to go on is the log's committed offset.
 */
export function milvusSink(parts: MilvusSinkParts): Sink {
  const { generation, reads = generation, index, noting } = parts
  const own = { store: 'milvus', generation } as const

  const writeVectors = async ({ events }: LandingBatch, signal: AbortSignal) => {
    const vectors = events.flatMap((landed) => {
      const event = decoded(landed, 'embeddings')
      const vector = event.generation === reads ? vectorAt(landed, event, parts) : null
      return vector ?? []
    })
    if (vectors.length > 0) await index.upsert(vectors, signal)
  }

  const writeChanges = async ({ events }: LandingBatch, signal: AbortSignal) => {
    for (const landed of events) {
      const event = decoded(landed, 'candidates')
      const { tenantId, candidateId } = event
      const change = parts.changeOf(event)
      if (change.kind === 'erased') await index.deleteCandidate(tenantId, candidateId, signal)
      if (change.kind === 'merged') {
        await index.mergeCandidate({ tenantId, candidateId, into: change.into }, signal)
      }
    }
  }

  return {
    store: 'milvus',
    topics: ['embeddings', 'candidates'],
    claim: async (partitions) =>
      partitions.map(({ topic, partition }) => ({ topic, partition, next: null, epoch: 0 })),
    async write(batch, signal) {
      await (batch.topic === 'embeddings' ? writeVectors : writeChanges)(batch, signal)
      const { topic, partition, next, end, events } = batch
      await noteProgress(noting, { ...own, topic, partition, next, end, events }, signal)
    },
    async caughtUp({ topic, partition, end }, signal) {
      await noteProgress(noting, { ...own, topic, partition, next: end, end }, signal)
    },
  }
}

function vectorAt(landed: LandedEvent, event: ProfileEmbedded, parts: MilvusSinkParts) {
  const vector = named(landed, () => parts.vectorOf(event, landed.offset))
  if (vector === null || isUnitVector(vector.values, parts.dimension)) return vector
  const detail = `offset ${landed.offset}: ${event.dimension} dimensions, not a unit of ${parts.dimension}`
  throw new Fault('vector_index.bad_vector', detail)
}

const decoded = <T extends keyof Events>(landed: LandedEvent, _topic: T): Events[T] =>
  named(landed, () => landed.event() as Events[T])

/** A fault of the event itself names its offset, so that the runtime can set that one aside. */
function named<T>({ offset }: LandedEvent, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof Fault) || isRetriable(cause)) throw cause
    throw new Fault(cause.code, `offset ${offset}: ${cause.message}`, { cause })
  }
}
