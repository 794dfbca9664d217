import { ConsistencyLevelEnum } from '@zilliz/milvus2-sdk-node'
import { isUnitVector } from '../../core/domain/unit-vector.ts'
import { Fault } from '../../core/fault.ts'
import type {
  ApplicationVector,
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
export function milvusVectorIndex(client: Milvus, space: VectorSpace): VectorIndex {
  const collections = new Collections(client, space.dimension)
  const timeoutMs = space.timeoutMs ?? TIMEOUT_MS
  const entities = new Entities(client, timeoutMs)
  const level = ConsistencyLevelEnum[space.consistency ?? 'Bounded']

  /** The work in the tenant's collection, which is there by then. */
  const within = async <T>(
    tenantId: string,
    signal: AbortSignal,
    work: (collection: string) => Promise<T>,
  ): Promise<T> => {
    signal.throwIfAborted()
    if (tenantId === '') throw new Fault('vector_index.no_tenant', 'a call without a tenant')
    const { collection } = placement(tenantId, space)
    await collections.ready(collection, signal)
    return work(collection).catch((error: unknown) => {
      collections.forget(collection)
      entities.forget()
      throw error
    })
  }

  const upsertChunk = async (
    collection: string,
    chunk: readonly ApplicationVector[],
    signal: AbortSignal,
  ) => {
    const ids = chunk.flatMap((vector) => [vector.applicationId, vector.candidateId])
    const held = await entities.held(collection, ids, signal)
    const rows = []
    for (const vector of chunk) {
      if ((held.get(vector.applicationId)?.position ?? -1) > vector.position) continue
      const mark = held.get(vector.candidateId)
      const candidate = mark ? await heirOf(collection, mark, signal) : vector.candidateId
      if (candidate !== null) rows.push(rowOf(vector, candidate))
    }
    await entities.upsert(collection, rows, signal)
  }

  /** @returns whose a marked candidate's vectors are by now; null when that person was erased */
  const heirOf = async (collection: string, first: Held, signal: AbortSignal) => {
    let entity: Held | undefined = first
    let id = first.id
    for (let merges = 0; entity !== undefined && merges < MOST_MERGES; merges++) {
      const standing = standingOf(entity)
      if (standing === null) return id
      if (standing.kind === 'erased') return null
      id = standing.into
      entity = (await entities.held(collection, [id], signal)).get(id)
    }
    return id
  }

  const markCandidate = async (collection: string, marked: Marked, signal: AbortSignal) => {
    await entities.upsert(collection, [mark(marked, space.dimension)], signal)
    return vectorsOf(marked.tenantId, is('candidate_id', marked.candidateId))
  }

  return {
    async upsert(vectors, signal) {
      for (const vector of vectors) check(vector, space.dimension)
      const byTenant = Map.groupBy(newestByApplication(vectors), ({ tenantId }) => tenantId)
      for (const [tenantId, all] of byTenant) {
        await within(tenantId, signal, async (collection) => {
          for (let at = 0; at < all.length; at += CHUNK) {
            await upsertChunk(collection, all.slice(at, at + CHUNK), signal)
          }
        })
      }
    },

    async search(query, signal) {
      check({ ...query, applicationId: 'query' }, space.dimension)
      return within(query.tenantId, signal, (collection) =>
        bestPerCandidate(query, async (limit) => {
          const jobs = query.jobId === undefined ? [] : [is('job_id', query.jobId)]
          const asked = client.search({
            collection_name: collection,
            data: [...query.values],
            filter: vectorsOf(query.tenantId, ...jobs),
            limit,
            metric_type: 'COSINE',
            params: { ef: Math.max(EF, limit) },
            output_fields: ['id', 'candidate_id', 'job_id'],
            consistency_level: level,
            timeout: timeoutMs,
          })
          const reply = await ask(`search ${collection}`, asked, signal, timeoutMs)
          return reply.results.map(hitOf)
        }),
      )
    },

    deleteCandidate: (tenantId, candidateId, signal) =>
      within(tenantId, signal, async (collection) => {
        const standing = { kind: 'erased' } as const
        const theirs = await markCandidate(collection, { tenantId, candidateId, standing }, signal)
        await entities.deleteWhere(collection, theirs, signal)
      }),

    mergeCandidate: ({ tenantId, candidateId, into }, signal) =>
      within(tenantId, signal, async (collection) => {
        const standing = { kind: 'merged', into } as const
        const theirs = await markCandidate(collection, { tenantId, candidateId, standing }, signal)
        await entities.rewriteWhere(collection, { filter: theirs, candidateId: into }, signal)
      }),

    count: (tenantId, signal) =>
      within(tenantId, signal, (collection) =>
        entities.count(collection, vectorsOf(tenantId), signal),
      ),
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
