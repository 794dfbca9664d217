import type {
  Attributions,
  Components,
  MissingComponent,
  RequirementResult,
} from '../events/events.generated.ts'
import { attributions } from './attribution.ts'
import { type Band, bandOf, type MissingReason } from './band.ts'
import { blendedRelevance, type Meaning } from './blended-relevance.ts'
import { type Evidence, educationResult, evidenceOf } from './evidence.ts'
import { experienceScore } from './experience.ts'
import type { JobFacts } from './job-facts.ts'
import { matchRequirement, type RequirementMatch } from './match-requirement.ts'
import { overallScore } from './overall.ts'
import { experienceResult, requirementResult } from './requirement-result.ts'
import type { ResumeFacts } from './resume-facts.ts'
import type { MeaningLookup } from './similarity.ts'
import { skillsScore } from './skills.ts'
import { summaryOf } from './summary.ts'
import { trajectoryScore } from './trajectory.ts'

export interface QuickScore {
  readonly overall: number | null
  readonly components: Components
  readonly attributions: Attributions
  readonly band: Band
  readonly missing: readonly MissingComponent[]
  readonly requirements: readonly RequirementResult[]
  readonly summary: readonly string[]
  readonly evidence: readonly Evidence[]
}

export interface ScoringInputs {
  readonly job: JobFacts
  readonly resume: ResumeFacts
  /** Year of the application: what "recent" is measured from */
  readonly appliedYear: number
  /** Cosine of job and résumé, or why there is none */
  readonly meaning: Meaning
  readonly skillMeaning?: MeaningLookup
}

/** The score that every application gets on arrival: a function of these inputs alone, bit for bit. */
export function scoreResume(inputs: ScoringInputs): QuickScore {
  const { job, resume, appliedYear, skillMeaning } = inputs
  const context = { appliedYear, meaning: skillMeaning ?? null }
  const matches = job.skills.map((asked) => matchRequirement(asked, resume, context))
  const scored = componentsOf(inputs, matches)
  const { weights } = job.job
  const requirements = [
    ...matches.map(requirementResult),
    ...experienceResult(job, resume),
    ...educationResult(job, resume),
  ]
  const overall = overallScore(scored.components, weights)
  const points = attributions(scored.components, weights)
  const parts = { overall, components: scored.components, attributions: points, requirements }
  return {
    ...parts,
    band: bandOf(overall, scored.missing),
    missing: scored.missing,
    summary: summaryOf({ ...parts, years: resume.yearsOfExperience, job }),
    evidence: evidenceOf(matches, resume),
  }
}

function componentsOf(
  { job, resume, meaning }: ScoringInputs,
  matches: readonly RequirementMatch[],
): { components: Components; missing: MissingComponent[] } {
  const missing: MissingComponent[] = []
  const lacks = (component: string, reason: MissingReason) => {
    missing.push({ component, reason })
    return null
  }
  const musts = matches.filter(({ asked }) => asked.required)
  // A job with preferences alone is scored by them.
  const skills = skillsScore(musts.length > 0 ? musts : matches)
  const years = resume.yearsOfExperience
  const experience = experienceOf(job, resume)
  const relevance = blendedRelevance(job, resume, meaning)
  if ('reason' in meaning) lacks('relevance.meaning', meaning.reason)
  return {
    components: {
      skills: skills ?? lacks('skills', 'skills_not_asked'),
      experience:
        experience ??
        lacks('experience', years === null ? 'no_dated_experience' : 'experience_not_asked'),
      culture: lacks('culture', isCultureAsked(job) ? 'judge_unavailable' : 'culture_not_asked'),
      trajectory: trajectoryScore(resume.positions) ?? lacks('trajectory', 'no_dated_experience'),
      relevance: relevance ?? lacks('relevance', 'no_text'),
    },
    missing,
  }
}

export const isCultureAsked = ({ job }: Pick<JobFacts, 'job'>): boolean =>
  job.cultureAttributes.length > 0

/** Years that each rung usually takes: what a job asks that names a rung and no years. */
const YEARS_OF_RUNG = [0, 1, 3, 5, 7, 9, 7, 10, 12]

function experienceOf(job: JobFacts, resume: ResumeFacts): number | null {
  const minYears = job.minYears ?? (job.seniority === null ? null : YEARS_OF_RUNG[job.seniority]!)
  const total = resume.yearsOfExperience
  if (minYears === null || total === null) return null
  const { industries } = job
  const matching = resume.positions.filter(
    ({ industry }) => industry !== null && industries.has(industry),
  )
  const inIndustry = Math.min(total, monthsOf(matching) / 12)
  const time = [
    { years: inIndustry, industryMatches: true },
    { years: total - inIndustry, industryMatches: false },
  ].filter(({ years }) => years > 0)
  const rung = latestRung(resume)
  const asked = { minYears, prefersIndustry: industries.size > 0 }
  return experienceScore(time, asked, rung !== null && rung === job.seniority)
}

const monthsOf = (positions: readonly { readonly months: number | null }[]): number =>
  positions.reduce((sum, { months }) => sum + (months ?? 0), 0)

function latestRung({ positions }: ResumeFacts): number | null {
  const ranked = positions.filter(({ rung }) => rung !== null)
  const dated = ranked.filter(({ start }) => start !== null)
  const latest = dated.toSorted((one, other) => other.start! - one.start!)[0] ?? ranked[0]
  return latest?.rung ?? null
}
