import type { ApplicationVector } from '../../core/ports/vector-index.ts'

/** An entity as it stands in a collection. */
export type Row = {
  readonly id: string
  readonly tenant_id: string
  readonly candidate_id: string
  readonly job_id: string
  readonly position: number
  readonly values: number[]
}

/** What is there already: a vector's position, or a mark. Never the vector itself: that costs 50 times as much to read. */
export type Held = Pick<Row, 'id' | 'candidate_id' | 'position'>

export const HELD_FIELDS = ['id', 'candidate_id', 'position']

export const rowOf = (vector: ApplicationVector, candidateId: string): Row => ({
  id: vector.applicationId,
  tenant_id: vector.tenantId,
  candidate_id: candidateId,
  job_id: vector.jobId,
  position: vector.position,
  values: [...vector.values],
})

/** The wire carries 64-bit numbers as text. */
export const heldOf = (entity: Record<string, unknown>): Held => ({
  id: String(entity.id),
  candidate_id: String(entity.candidate_id),
  position: Number(entity.position),
})

/** @returns of each application the newest, one key once: an upsert that holds a key twice keeps both on some servers */
export function newestByApplication(
  vectors: readonly ApplicationVector[],
): readonly ApplicationVector[] {
  const newest = new Map<string, ApplicationVector>()
  for (const vector of vectors) {
    const known = newest.get(vector.applicationId)
    if (!known || known.position <= vector.position) newest.set(vector.applicationId, vector)
  }
  return [...newest.values()]
}
