import type { RequirementResult } from '../events/events.generated.ts'
import { degreeRank, isDegreeLevel } from '../jobs/degrees.ts'
import type { JobFacts } from './job-facts.ts'
import type { RequirementMatch } from './match-requirement.ts'
import type { Place, ResumeFacts } from './resume-facts.ts'
import { SAME_SKILL } from './skills.ts'

/** Words of the résumé that show a requirement: `text.slice(start, end) === quote` in the document's text. */
export interface Evidence extends Place {
  readonly requirement: string
  readonly quote: string
}

const LONGEST_QUOTE = 160

/** One quote for each requirement that the résumé shows. */
export function evidenceOf(
  matches: readonly RequirementMatch[],
  resume: Pick<ResumeFacts, 'text'>,
): Evidence[] {
  return matches.flatMap(({ asked, place, similarity }) => {
    if (place === null || similarity <= SAME_SKILL) return []
    const around = lineAround(resume.text, place)
    return [
      {
        requirement: asked.name.text,
        quote: resume.text.slice(around.start, around.end),
        ...around,
      },
    ]
  })
}

/**
 * The words around a place, within its line and never over blinded words: what is quoted is read by people who may
 * not know whose it is.
 */
function lineAround(text: string, place: Place): Place {
  const room = Math.max(0, Math.floor((LONGEST_QUOTE - (place.end - place.start)) / 2))
  const before = text.slice(Math.max(0, place.start - room), place.start)
  const after = text.slice(place.end, place.end + room)
  const lead = before.length - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('  '), -1) - 1
  const ends = [after.indexOf('\n'), after.indexOf('  ')].filter((at) => at >= 0)
  const trail = Math.min(after.length, ...ends)
  return trimmed(text, place.start - wholeWords(before, lead), place.end + trail)
}

/** Begins at a word's start where the line was cut. */
function wholeWords(before: string, lead: number): number {
  if (lead < before.length) return lead
  const space = before.search(/\s/)
  return space < 0 ? 0 : before.length - space
}

function trimmed(text: string, start: number, end: number): Place {
  const quote = text.slice(start, end)
  const from = start + (quote.length - quote.trimStart().length)
  return { start: from, end: Math.max(from, end - (quote.length - quote.trimEnd().length)) }
}

/** The degree, when the job asks for one. */
export function educationResult(job: JobFacts, resume: ResumeFacts): RequirementResult[] {
  if (!isDegreeLevel(job.minDegree)) return []
  const asked = degreeRank(job.minDegree)
  const best = Math.max(-1, ...resume.degrees.map(({ rank }) => rank))
  const result = best < 0 ? 'unknown' : best >= asked ? 'met' : 'not_met'
  const similarity = best < 0 ? 0 : Math.min(1, (best + 1) / (asked + 1))
  const requirement = `degree: ${job.minDegree}`
  return [{ requirement, required: true, result, similarity, years: null }]
}
