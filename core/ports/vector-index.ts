/** One application's vector with what a search may filter by. */
export interface ApplicationVector {
  readonly tenantId: string
  readonly applicationId: string
  readonly candidateId: string
  readonly jobId: string
  /** Finite, as many as the index's dimension, unit length */
  readonly values: Float32Array
  /** Offset of the event in its partition: the higher one wins */
  readonly position: number
}

export interface VectorHit {
  readonly applicationId: string
  readonly candidateId: string
  readonly jobId: string
  /** Cosine, -1..1 */
  readonly similarity: number
}

export interface VectorQuery {
  readonly tenantId: string
  readonly values: Float32Array
  readonly limit: number
  readonly jobId?: string
}

export interface CandidateMerge {
  readonly tenantId: string
  readonly candidateId: string
  readonly into: string
}

/** One generation's vectors, all tenants, each kept apart by a filter that no caller can leave out. */
export interface VectorIndex {
  /**
   * Makes vectors searchable, each replacing what its application held, unless that is newer. Safe to repeat;
   * a batch may hold one key several times (the highest position wins).
   * @throws Fault vector_index.unavailable | vector_index.bad_vector | vector_index.no_tenant
   */
  upsert(vectors: readonly ApplicationVector[], signal: AbortSignal): Promise<void>
  /** Best first. @throws Fault vector_index.unavailable | vector_index.bad_vector | vector_index.no_tenant */
  search(query: VectorQuery, signal: AbortSignal): Promise<readonly VectorHit[]>
  /**
   * Removes all of one candidate's, for good: a later upsert of that candidate is passed over, so that a replay
   * of the log brings nobody back. Safe to repeat. @throws Fault vector_index.unavailable
   */
  deleteCandidate(tenantId: string, candidateId: string, signal: AbortSignal): Promise<void>
  /** One candidate turned out to be another: what both held, and will hold, is `into`'s. Safe to repeat. @throws Fault vector_index.unavailable */
  mergeCandidate(merge: CandidateMerge, signal: AbortSignal): Promise<void>
  /** Vectors of one tenant, counted exactly. @throws Fault vector_index.unavailable */
  count(tenantId: string, signal: AbortSignal): Promise<number>
}
