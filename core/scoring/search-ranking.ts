export interface SearchMatch {
  /** -1..1; null when the search ran on words alone */
  readonly cosine: number | null
  /** Skills of the query that the candidate has under that very name */
  readonly exactSkillMatches: number
  /** Since the last application or activity */
  readonly ageDays: number
  readonly mustHaves: { readonly asked: number; readonly met: number }
}

/**
 * Where a candidate stands in a search.
 * @returns 0..1: 0.7 x cosine + min(0.10, 0.02 x exact skill matches) + recency (30 days 0.05, 90 days 0.02)
 *   - 0.3 x (1 - share of must-haves met)
 */
export function searchRank({ cosine, exactSkillMatches, ageDays, mustHaves }: SearchMatch): number {
  const skills = Math.min(0.1, 0.02 * exactSkillMatches)
  const recency = ageDays <= 30 ? 0.05 : ageDays <= 90 ? 0.02 : 0
  const met = mustHaves.asked === 0 ? 1 : mustHaves.met / mustHaves.asked
  const rank = 0.7 * (cosine ?? 0) + skills + recency - 0.3 * (1 - met)
  return Math.min(1, Math.max(0, rank))
}
