import type { JobVersion } from '../events/events.generated.ts'
import { isDegreeLevel } from '../jobs/degrees.ts'
import { ROLE } from '../jobs/requirements-from-text.ts'
import { SENIORITIES, type Seniority, seniorityLevel } from '../taxonomy/titles.ts'
import type { AskedDepth } from './proficiency.ts'
import { type Query, queryOf, termsOf } from './relevance.ts'
import { titleStems } from './resume-facts.ts'
import { type SkillName, skillName } from './similarity.ts'

/** What scoring needs of a job: any source of it will do. */
export type ScoredJob = Pick<
  JobVersion,
  'title' | 'description' | 'requirements' | 'cultureAttributes' | 'weights'
>

export interface AskedSkill extends AskedDepth {
  readonly name: SkillName
  /** A position held, not a skill */
  readonly role: boolean
  /** Stems of the words that tell */
  readonly stems: readonly string[]
  readonly required: boolean
  readonly weight: number
}

/** All that scoring reads of one job version, made once. */
export interface JobFacts {
  readonly job: ScoredJob
  readonly skills: readonly AskedSkill[]
  readonly query: Query
  readonly industries: ReadonlySet<string>
  /** null when the job asks for none */
  readonly minYears: number | null
  readonly seniority: number | null
  readonly minDegree: string | null
}

const TITLE_WEIGHT = 3
const REQUIREMENT_WEIGHT = 1

export function jobFacts(job: ScoredJob): JobFacts {
  const { skills, experience, education } = job.requirements
  const seniority = experience?.seniority ?? null
  const minDegree = education?.minDegree ?? null
  return {
    job,
    skills: skills.map((asked) => ({
      ...asked,
      name: skillName(asked.name),
      role: asked.category === ROLE,
      stems: [...titleStems(asked.name)],
    })),
    query: queryOf(
      termsOf([
        { text: job.title, weight: TITLE_WEIGHT },
        { text: job.description, weight: 1 },
        ...skills.map(({ name }) => ({ text: name, weight: REQUIREMENT_WEIGHT })),
      ]),
    ),
    industries: new Set(
      experience?.preferredIndustries.map((industry) => industry.trim().toLowerCase()) ?? [],
    ),
    minYears: experience?.minYears ?? null,
    seniority: isSeniority(seniority) ? seniorityLevel(seniority) : null,
    minDegree: isDegreeLevel(minDegree) ? minDegree : null,
  }
}

const isSeniority = (text: string | null): text is Seniority =>
  (SENIORITIES as readonly (string | null)[]).includes(text)

/** What of a job is embedded: its title, and what it says. */
export const jobText = (job: Pick<ScoredJob, 'title' | 'description'>): string =>
  [job.title, job.description].filter((part) => part.trim() !== '').join('\n')
