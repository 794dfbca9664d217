import { isUnitVector } from '../../core/domain/unit-vector.ts'
import { Fault } from '../../core/fault.ts'
import type {
  ApplicationVector,
  VectorHit,
  VectorIndex,
  VectorQuery,
} from '../../core/ports/vector-index.ts'

interface Tenant {
  readonly vectors: Map<string, ApplicationVector>
  /** What became of a candidate: null is erased, else whom they were merged into */
  readonly marks: Map<string, string | null>
}

/** Exact search over what it holds, for tests, dry runs and `rank`: good to some 20,000 vectors a tenant. */
export function memoryVectorIndex({ dimension }: { readonly dimension: number }): VectorIndex {
  const tenants = new Map<string, Tenant>()

  const tenant = (tenantId: string, signal: AbortSignal): Tenant => {
    signal.throwIfAborted()
    if (tenantId === '') throw new Fault('vector_index.no_tenant', 'a call without a tenant')
    const known = tenants.get(tenantId) ?? { vectors: new Map(), marks: new Map() }
    tenants.set(tenantId, known)
    return known
  }

  const keep = (vector: ApplicationVector, { vectors, marks }: Tenant) => {
    const held = vectors.get(vector.applicationId)
    const candidateId = heirOf(vector.candidateId, marks)
    if (candidateId === null || (held && held.position > vector.position)) return
    vectors.set(vector.applicationId, { ...vector, candidateId })
  }

  return {
    async upsert(vectors, signal) {
      for (const vector of vectors) check(vector, dimension)
      for (const vector of vectors) keep(vector, tenant(vector.tenantId, signal))
    },

    async search(query, signal) {
      const { vectors } = tenant(query.tenantId, signal)
      check({ ...query, applicationId: 'query' }, dimension)
      return bestPerCandidate(query, vectors.values())
    },

    async deleteCandidate(tenantId, candidateId, signal) {
      const { vectors, marks } = tenant(tenantId, signal)
      marks.set(candidateId, null)
      for (const [id, held] of vectors) if (held.candidateId === candidateId) vectors.delete(id)
    },

    async mergeCandidate({ tenantId, candidateId, into }, signal) {
      const { vectors, marks } = tenant(tenantId, signal)
      marks.set(candidateId, into)
      for (const [id, held] of vectors) {
        if (held.candidateId === candidateId) vectors.set(id, { ...held, candidateId: into })
      }
    },

    count: async (tenantId, signal) => tenant(tenantId, signal).vectors.size,
  }
}

function heirOf(candidateId: string, marks: ReadonlyMap<string, string | null>): string | null {
  let id = candidateId
  for (let merges = 0; merges < 5; merges++) {
    const mark = marks.get(id)
    if (mark === undefined) return id
    if (mark === null) return null
    id = mark
  }
  return id
}

function check(
  vector: Pick<ApplicationVector, 'tenantId' | 'applicationId' | 'values'>,
  dimension: number,
): void {
  const { tenantId, applicationId, values } = vector
  if (tenantId === '') throw new Fault('vector_index.no_tenant', applicationId)
  if (isUnitVector(values, dimension)) return
  throw new Fault('vector_index.bad_vector', `${applicationId}, ${values.length} of ${dimension}`)
}

function bestPerCandidate(
  { values, limit, jobId }: VectorQuery,
  vectors: Iterable<ApplicationVector>,
): readonly VectorHit[] {
  const best = new Map<string, VectorHit>()
  for (const vector of vectors) {
    if (jobId !== undefined && vector.jobId !== jobId) continue
    const { applicationId, candidateId } = vector
    const similarity = dot(values, vector.values)
    if (similarity <= (best.get(candidateId)?.similarity ?? Number.NEGATIVE_INFINITY)) continue
    best.set(candidateId, { applicationId, candidateId, jobId: vector.jobId, similarity })
  }
  return [...best.values()].sort((a, b) => b.similarity - a.similarity).slice(0, limit)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}
