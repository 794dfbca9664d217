/** One position, as the experience formula sees it. */
export interface RelevantTime {
  readonly years: number
  readonly industryMatches: boolean
}

export interface AskedExperience {
  readonly minYears: number
  /** The job prefers industries at all: without one, no year is worth less */
  readonly prefersIndustry: boolean
}

// A year in another industry.
const OTHER_INDUSTRY = 0.7

/**
 * Relevant years over required years x 80, capped at 100; +10 for an industry match, +10 for a seniority match;
 * capped at 100.
 * @param time  overlaps already counted once
 */
export function experienceScore(
  time: readonly RelevantTime[],
  asked: AskedExperience,
  seniorityMatches: boolean,
): number {
  const years = time.reduce((sum, each) => sum + each.years * worth(each, asked), 0)
  const byYears = asked.minYears > 0 ? Math.min(100, (years / asked.minYears) * 80) : 80
  const industry = time.some(({ industryMatches }) => industryMatches) ? 10 : 0
  return Math.min(100, byYears + industry + (seniorityMatches ? 10 : 0))
}

const worth = ({ industryMatches }: RelevantTime, { prefersIndustry }: AskedExperience) =>
  !prefersIndustry || industryMatches ? 1 : OTHER_INDUSTRY
