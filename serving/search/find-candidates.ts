import { meanDirection } from '../../core/domain/unit-vector.ts'
import { Fault, type FaultCode } from '../../core/fault.ts'
import type { CandidateSearch, KeywordHit } from '../../core/ports/candidate-search.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import type { ApplicationSummary } from '../../core/ports/ranking-reader.ts'
import type { VectorHit, VectorIndex } from '../../core/ports/vector-index.ts'
import type { Guard } from '../../core/resilience/guard.ts'
import { searchRank } from '../../core/scoring/search-ranking.ts'

/** By words and meaning; by words, when meaning is away; the newest, when neither found anything. */
export type SearchMode = 'fused' | 'keyword' | 'recent'

export interface SearchDeps {
  readonly search: CandidateSearch
  /** null: no embedding model here */
  readonly embedder: Embedder | null
  /** The vectors of one generation; null: no vector store here */
  readonly vectorsOf: ((generation: number) => VectorIndex) | null
  /** Around meaning: while model or index are away, words answer at once instead of waiting for a timeout */
  readonly meaning: Guard
  readonly clock: Clock
}

export interface SearchRequest {
  readonly tenantId: string
  readonly generation: number
  readonly text: string
  readonly jobId: string | null
  readonly mustHaves: readonly string[]
  readonly limit: number
}

export interface Found {
  readonly application: ApplicationSummary
  /** 0..1, domain.md "Ranking a search" */
  readonly rank: number
  readonly cosine: number | null
  /** Terms of the query that are skills of the candidate */
  readonly matched: readonly string[]
  readonly mustHavesMet: readonly string[]
  readonly mustHavesMissing: readonly string[]
}

export interface SearchAnswer {
  readonly mode: SearchMode
  /** What was away, by fault code; empty when nothing was */
  readonly degraded: readonly string[]
  readonly found: readonly Found[]
}

/** Fewer than this many candidates in depth would make the fusion miss those that only words find. */
const DEPTH = 200
/** Meaning may be late; words are not kept waiting for it. */
const MEANING_TIMEOUT_MS = 2000
const DAY_MS = 86_400_000

/**
 * Best first, one entry a candidate.
 * @throws Fault database.unavailable: without the store of record there is nothing to show
 */
export async function findCandidates(
  deps: SearchDeps,
  request: SearchRequest,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const { tenantId, generation, jobId, text } = request
  const scope = { tenantId, generation, jobId, limit: DEPTH }
  if (text.trim() === '') {
    return { mode: 'recent', degraded: [], found: await newest(deps, request, signal) }
  }
  const [words, meaning] = await Promise.all([
    deps.search.keyword({ ...scope, text }, signal),
    byMeaning(deps, request, signal),
  ])
  if (meaning.fault !== null && words.length === 0) {
    return { mode: 'recent', degraded: [meaning.fault], found: await newest(deps, request, signal) }
  }
  const known = new Set(words.map(({ application }) => application.applicationId))
  const applicationIds = meaning.hits.map((hit) => hit.applicationId).filter((id) => !known.has(id))
  const others = await deps.search.byIds({ tenantId, generation, applicationIds }, signal)
  const hits = [...words, ...others.map((application) => ({ application, matched: [] }))]
  return {
    mode: meaning.fault === null ? 'fused' : 'keyword',
    degraded: meaning.fault === null ? [] : [meaning.fault],
    found: ranked(deps.clock(), request, hits, meaning.hits),
  }
}

async function byMeaning(
  { embedder, vectorsOf, meaning }: SearchDeps,
  { tenantId, generation, jobId, text }: SearchRequest,
  signal: AbortSignal,
): Promise<{ hits: readonly VectorHit[]; fault: string | null }> {
  if (!embedder) return { hits: [], fault: 'embedder.unavailable' }
  if (!vectorsOf) return { hits: [], fault: 'vector_index.unavailable' }
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(MEANING_TIMEOUT_MS)])
  const job = jobId === null ? {} : { jobId }
  try {
    return await meaning.run(async () => {
      const [chunks] = await inTime(embedder.embed([text], deadline), 'embedder.unavailable')
      const values = meanDirection(chunks ?? [])
      if (!values) return { hits: [], fault: 'embedder.bad_answer' }
      const query = { tenantId, values, limit: DEPTH, ...job }
      const search = vectorsOf(generation).search(query, deadline)
      return { hits: await inTime(search, 'vector_index.unavailable'), fault: null }
    })
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Fault) return { hits: [], fault: error.code }
    throw error
  }

  /** Out of time is away, for the guard too. */
  async function inTime<T>(asked: Promise<T>, code: FaultCode): Promise<T> {
    try {
      return await asked
    } catch (cause) {
      const late = deadline.aborted && !signal.aborted && !(cause instanceof Fault)
      throw late ? new Fault(code, 'no answer in time', { cause }) : cause
    }
  }
}

async function newest(deps: SearchDeps, request: SearchRequest, signal: AbortSignal) {
  const { tenantId, generation, jobId, limit } = request
  const scope = { tenantId, generation, jobId, limit: Math.min(DEPTH, limit * 2) }
  const recent = await deps.search.recent(scope, signal)
  const hits = recent.map((application) => ({ application, matched: [] }))
  return onePerCandidate(hits.map((hit) => judged(deps.clock(), request, hit, null))).slice(
    0,
    limit,
  )
}

function ranked(
  now: number,
  request: SearchRequest,
  hits: readonly KeywordHit[],
  vectors: readonly VectorHit[],
): readonly Found[] {
  const cosines = new Map(vectors.map((hit) => [hit.applicationId, hit.similarity]))
  const all = hits.map((hit) =>
    judged(now, request, hit, cosines.get(hit.application.applicationId) ?? null),
  )
  // Ties by id: a list that moves on refresh is not believed.
  all.sort((a, b) => b.rank - a.rank || (idOf(a) < idOf(b) ? -1 : 1))
  return onePerCandidate(all).slice(0, request.limit)
}

const idOf = ({ application }: Found) => application.applicationId

function judged(
  now: number,
  { mustHaves }: SearchRequest,
  { application, matched }: KeywordHit,
  cosine: number | null,
): Found {
  const skills = new Set(application.skills.map((skill) => skill.toLowerCase()))
  const mustHavesMet = mustHaves.filter((skill) => skills.has(skill.toLowerCase()))
  const rank = searchRank({
    cosine,
    exactSkillMatches: matched.length,
    ageDays: application.appliedAt === null ? Infinity : (now - application.appliedAt) / DAY_MS,
    mustHaves: { asked: mustHaves.length, met: mustHavesMet.length },
  })
  const mustHavesMissing = mustHaves.filter((skill) => !mustHavesMet.includes(skill))
  return { application, rank, cosine, matched, mustHavesMet, mustHavesMissing }
}

/** The first of each candidate: the list must be sorted. */
function onePerCandidate(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>()
  return found.filter(({ application: { candidateId } }) => {
    if (seen.has(candidateId)) return false
    seen.add(candidateId)
    return true
  })
}
