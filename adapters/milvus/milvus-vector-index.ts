import { ConsistencyLevelEnum } from '@zilliz/milvus2-sdk-node'
import { isUnitVector } from '../../core/domain/unit-vector.ts'
import { Fault } from '../../core/fault.ts'
import type {
  ApplicationVector,
  CandidateMerge,
  VectorHit,
  VectorIndex,
  VectorQuery,
} from '../../core/ports/vector-index.ts'
import { Collections } from './collections.ts'
import { Entities } from './entities.ts'
import { is, vectorsOf } from './expression.ts'
import { type Marked, mark, standingOf } from './marks.ts'
import { ask, type Milvus, TIMEOUT_MS } from './open-milvus.ts'
import { type PlacementSettings, placement } from './placement.ts'
import { type Held, newestByApplication, rowOf } from './rows.ts'

export interface VectorSpace extends PlacementSettings {
  readonly dimension: number
  /**
   * Bounded serves: a vector is found within seconds of its upsert. Strong finds it at once, and waits
   * 0.2 to 0.5 s on an idle server: for checks only.
   */
  readonly consistency?: 'Bounded' | 'Strong'
  readonly timeoutMs?: number
}

/** Milvus takes far more in one message; this keeps one call within its time on a busy machine. */
const CHUNK = 500
const EF = 128
/** Of one candidate, several applications may be near: read more than asked for, keep the best of each. */
const OVERFETCH = 3
const MOST_HITS = 16_384
/** Merges may be chained; a circle of them must still end. */
const MOST_MERGES = 5

/** One generation's vectors in Milvus: one entity an application, the tenant in every filter. */
export const milvusVectorIndex = (client: Milvus, space: VectorSpace): VectorIndex =>
  new MilvusVectorIndex(client, space)

class MilvusVectorIndex implements VectorIndex {
  readonly #client: Milvus
  readonly #space: VectorSpace
  readonly #timeoutMs: number
  readonly #collections: Collections
  readonly #entities: Entities

  constructor(client: Milvus, space: VectorSpace) {
    this.#client = client
    this.#space = space
    this.#timeoutMs = space.timeoutMs ?? TIMEOUT_MS
    this.#collections = new Collections(client, space.dimension)
    this.#entities = new Entities(client, this.#timeoutMs)
  }

  async upsert(vectors: readonly ApplicationVector[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    for (const vector of vectors) check(vector, this.#space.dimension)
    const newest = newestByApplication(vectors)
    const byCollection = Map.groupBy(newest, ({ tenantId }) => this.#collectionOf(tenantId))
    for (const [collection, all] of byCollection) {
      await this.#within(collection, signal, async () => {
        for (let at = 0; at < all.length; at += CHUNK) {
          await this.#upsertChunk(collection, all.slice(at, at + CHUNK), signal)
        }
      })
    }
  }

  async search(query: VectorQuery, signal: AbortSignal): Promise<readonly VectorHit[]> {
    check({ ...query, applicationId: 'query' }, this.#space.dimension)
    const collection = this.#collectionOf(query.tenantId)
    const read = (limit: number) => this.#nearest(collection, { ...query, limit }, signal)
    return this.#within(collection, signal, () => bestPerCandidate(query, read))
  }

  async deleteCandidate(tenantId: string, candidateId: string, signal: AbortSignal): Promise<void> {
    const collection = this.#collectionOf(tenantId)
    const marked = { tenantId, candidateId, standing: { kind: 'erased' } } as const
    await this.#within(collection, signal, async () => {
      const filter = await this.#mark(collection, marked, signal)
      await this.#entities.deleteWhere(collection, filter, signal)
    })
  }

  async mergeCandidate(merge: CandidateMerge, signal: AbortSignal): Promise<void> {
    const { tenantId, candidateId, into } = merge
    const collection = this.#collectionOf(tenantId)
    const marked = { tenantId, candidateId, standing: { kind: 'merged', into } } as const
    await this.#within(collection, signal, async () => {
      const filter = await this.#mark(collection, marked, signal)
      await this.#entities.rewriteWhere(collection, { filter, candidateId: into }, signal)
    })
  }

  async count(tenantId: string, signal: AbortSignal): Promise<number> {
    const collection = this.#collectionOf(tenantId)
    return this.#within(collection, signal, () =>
      this.#entities.count(collection, vectorsOf(tenantId), signal),
    )
  }

  #collectionOf(tenantId: string): string {
    if (tenantId === '') throw new Fault('vector_index.no_tenant', 'a call without a tenant')
    return placement(tenantId, this.#space).collection
  }

  /** The work in a collection that is there by then; after a fault, what is known of it is looked up anew. */
  async #within<T>(collection: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    await this.#collections.ready(collection, signal)
    try {
      return await work()
    } catch (error) {
      this.#collections.forget(collection)
      this.#entities.forget()
      throw error
    }
  }

  async #upsertChunk(
    collection: string,
    chunk: readonly ApplicationVector[],
    signal: AbortSignal,
  ): Promise<void> {
    const ids = chunk.flatMap((vector) => [vector.applicationId, vector.candidateId])
    const held = await this.#entities.held(collection, ids, signal)
    const rows = []
    for (const vector of chunk) {
      if ((held.get(vector.applicationId)?.position ?? -1) > vector.position) continue
      const mark = held.get(vector.candidateId)
      const candidate = mark ? await this.#heirOf(collection, mark, signal) : vector.candidateId
      if (candidate !== null) rows.push(rowOf(vector, candidate))
    }
    await this.#entities.upsert(collection, rows, signal)
  }

  /** @returns whose a marked candidate's vectors are by now; null when that person was erased */
  async #heirOf(collection: string, first: Held, signal: AbortSignal): Promise<string | null> {
    let entity: Held | undefined = first
    let id = first.id
    for (let merges = 0; entity !== undefined && merges < MOST_MERGES; merges++) {
      const standing = standingOf(entity)
      if (standing === null) return id
      if (standing.kind === 'erased') return null
      id = standing.into
      entity = (await this.#entities.held(collection, [id], signal)).get(id)
    }
    return id
  }

  /** @returns the filter of the vectors that the mark is about */
  async #mark(collection: string, marked: Marked, signal: AbortSignal): Promise<string> {
    await this.#entities.upsert(collection, [mark(marked, this.#space.dimension)], signal)
    return vectorsOf(marked.tenantId, is('candidate_id', marked.candidateId))
  }

  async #nearest(
    collection: string,
    { tenantId, values, limit, jobId }: VectorQuery,
    signal: AbortSignal,
  ): Promise<readonly VectorHit[]> {
    const asked = this.#client.search({
      collection_name: collection,
      data: [...values],
      filter: vectorsOf(tenantId, ...(jobId === undefined ? [] : [is('job_id', jobId)])),
      limit,
      metric_type: 'COSINE',
      params: { ef: Math.max(EF, limit) },
      output_fields: ['id', 'candidate_id', 'job_id'],
      consistency_level: ConsistencyLevelEnum[this.#space.consistency ?? 'Bounded'],
      timeout: this.#timeoutMs,
    })
    const reply = await ask(`search ${collection}`, asked, signal, this.#timeoutMs)
    return reply.results.map(hitOf)
  }
}

function check(
  {
    tenantId,
    applicationId,
    values,
  }: Pick<ApplicationVector, 'tenantId' | 'applicationId' | 'values'>,
  dimension: number,
): void {
  if (tenantId === '') throw new Fault('vector_index.no_tenant', applicationId)
  if (isUnitVector(values, dimension)) return
  throw new Fault('vector_index.bad_vector', `${applicationId}, ${values.length} of ${dimension}`)
}

const hitOf = (entity: Record<string, unknown>): VectorHit => ({
  applicationId: String(entity.id),
  candidateId: String(entity.candidate_id),
  jobId: String(entity.job_id),
  similarity: Number(entity.score),
})

/** Reads more until there are enough candidates, or no more hits. */
async function bestPerCandidate(
  query: VectorQuery,
  read: (limit: number) => Promise<readonly VectorHit[]>,
): Promise<readonly VectorHit[]> {
  for (let limit = Math.min(MOST_HITS, query.limit * OVERFETCH); ; limit *= 4) {
    const capped = Math.min(limit, MOST_HITS)
    const hits = await read(capped)
    const best = new Map<string, VectorHit>()
    for (const hit of hits) if (!best.has(hit.candidateId)) best.set(hit.candidateId, hit)
    if (best.size >= query.limit || hits.length < capped || capped === MOST_HITS) {
      return [...best.values()].slice(0, query.limit)
    }
  }
}
