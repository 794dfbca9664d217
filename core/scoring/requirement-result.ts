import type { RequirementResult } from '../events/events.generated.ts'
import type { JobFacts } from './job-facts.ts'
import type { RequirementMatch } from './match-requirement.ts'
import type { ResumeFacts } from './resume-facts.ts'
import { SAME_SKILL } from './skills.ts'

/** A likeness from here on is worth a look. */
const NEAR = 0.5

/** One asked skill or role in words: met, partly, not met. */
export function requirementResult(match: RequirementMatch): RequirementResult {
  const { asked, similarity, years } = match
  const { required, name } = asked
  return { requirement: name.text, required, result: resultOf(match), similarity, years }
}

function resultOf({ asked, similarity, proficiency, years }: RequirementMatch) {
  if (similarity <= SAME_SKILL) return similarity >= NEAR ? 'partly' : 'not_met'
  const isDeepEnough =
    (asked.minYears === null && asked.minProficiency === null) || proficiency === 1
  if (isDeepEnough) return 'met'
  // The skill is there; how long, the résumé does not say.
  return years === null && asked.minYears !== null ? 'unknown' : 'partly'
}

/** "5 years of experience", when the job asks for any. */
export function experienceResult(job: JobFacts, resume: ResumeFacts): RequirementResult[] {
  if (job.minYears === null) return []
  const years = resume.yearsOfExperience
  const share = years === null ? 0 : job.minYears > 0 ? Math.min(1, years / job.minYears) : 1
  const result =
    years === null ? 'unknown' : share === 1 ? 'met' : share >= NEAR ? 'partly' : 'not_met'
  const requirement = `${job.minYears} years of experience`
  return [{ requirement, required: true, result, similarity: share, years }]
}
