/** One asked skill with the best that the candidate has for it. */
export interface SkillMatch {
  /** Share within the component, > 0 */
  readonly weight: number
  /** 0..1, of the names */
  readonly similarity: number
  /** 0.5..1 */
  readonly proficiency: number
  /** 0.5..1 */
  readonly recency: number
}

/** A likeness up to here is another skill. */
export const SAME_SKILL = 0.8

/**
 * For each required skill the best candidate skill with name similarity > 0.8: similarity x proficiency x recency;
 * the weighted mean x 100.
 * @returns 0..100; null when the job asks for no skill
 */
export function skillsScore(matches: readonly SkillMatch[]): number | null {
  const weight = matches.reduce((sum, match) => sum + match.weight, 0)
  if (weight <= 0) return null
  return (matches.reduce((sum, match) => sum + match.weight * worthOf(match), 0) / weight) * 100
}

/** 0..1 */
export const worthOf = ({ similarity, proficiency, recency }: SkillMatch): number =>
  similarity > SAME_SKILL ? similarity * proficiency * recency : 0
