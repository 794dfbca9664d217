export type Proficiency = 'beginner' | 'intermediate' | 'advanced' | 'expert'

const LEVELS: Record<Proficiency, number> = {
  beginner: 0.5,
  intermediate: 0.75,
  advanced: 0.9,
  expert: 1,
}

// Most résumés state no level: neither a strength nor a weakness.
const UNSTATED = LEVELS.intermediate

export interface SkillDepth {
  readonly proficiency: Proficiency | null
  readonly years: number | null
}

export interface AskedDepth {
  readonly minProficiency: string | null
  readonly minYears: number | null
}

/**
 * How deep a skill is, against what is asked.
 * @returns factor 0.5..1: 1 when a level or years are asked and reached, their share below that, the lower of both
 *   when both are asked; without either, the level as stated or as the years suggest, and 0.75 when nothing is known
 */
export function proficiencyFactor(have: SkillDepth, asked: AskedDepth): number {
  const level = levelOf(have)
  const askedLevel = isProficiency(asked.minProficiency) ? LEVELS[asked.minProficiency] : null
  if (askedLevel === null && asked.minYears === null) return level ?? UNSTATED
  const byLevel = askedLevel === null ? 1 : (level ?? UNSTATED) / askedLevel
  return within(Math.min(byLevel, byYears(have.years, asked.minYears)))
}

function levelOf({ proficiency, years }: SkillDepth): number | null {
  if (proficiency !== null) return LEVELS[proficiency]
  if (years === null) return null
  if (years >= 8) return LEVELS.expert
  if (years >= 4) return LEVELS.advanced
  return years >= 1 ? LEVELS.intermediate : LEVELS.beginner
}

function byYears(years: number | null, minYears: number | null): number {
  if (minYears === null || minYears <= 0) return 1
  return years === null ? UNSTATED : years / minYears
}

const within = (factor: number) => Math.min(1, Math.max(0.5, factor))

export const isProficiency = (text: string | null): text is Proficiency =>
  text !== null && Object.hasOwn(LEVELS, text)
