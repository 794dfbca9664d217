import type { ApplicationSummary } from './ranking-reader.ts'

export interface SearchScope {
  readonly tenantId: string
  readonly generation: number
  /** 1..200 */
  readonly limit: number
  /** null: all jobs */
  readonly jobId: string | null
}

export interface KeywordHit {
  readonly application: ApplicationSummary
  /** The terms of the query that the profile's skills hold exactly, lower case */
  readonly matched: readonly string[]
}

/** The part of candidate search that needs no vectors: skills in clear; names and texts are sealed and never searched. */
export interface CandidateSearch {
  /** By skills named in the text (one to three words each), most matches first, then newest. Erased candidates are left out. */
  keyword(
    scope: SearchScope & { readonly text: string },
    signal: AbortSignal,
  ): Promise<readonly KeywordHit[]>
  /** Newest applications first: the last resort, when nothing else answers. */
  recent(scope: SearchScope, signal: AbortSignal): Promise<readonly ApplicationSummary[]>
  /**
   * What a vector search found, in the order asked for. Ids of other tenants, unknown and erased ones are left out.
   * @param applicationIds  at most 500
   */
  byIds(query: ByIds, signal: AbortSignal): Promise<readonly ApplicationSummary[]>
}

export interface ByIds {
  readonly tenantId: string
  readonly generation: number
  readonly applicationIds: readonly string[]
}
