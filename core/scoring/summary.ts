import type { Attributions, Components, RequirementResult } from '../events/events.generated.ts'
import type { JobFacts } from './job-facts.ts'
import { COMPONENTS, presentWeights } from './overall.ts'

interface Summarised {
  readonly overall: number | null
  readonly components: Components
  readonly attributions: Attributions
  readonly requirements: readonly RequirementResult[]
  readonly years: number | null
  readonly job: JobFacts
}

const NAMED = 3

/** At most three sentences for a recruiter: what is met, how long they worked, what would change most. No names. */
export function summaryOf(score: Summarised): string[] {
  return [metSentence(score), yearsSentence(score), changeSentence(score)].filter(
    (sentence) => sentence !== null,
  )
}

function metSentence({ requirements }: Summarised): string | null {
  const musts = requirements.filter(({ required }) => required)
  if (musts.length === 0) return null
  const met = musts.filter(({ result }) => result === 'met')
  const open = musts.filter(({ result }) => result === 'not_met')
  const lacking = open.length === 0 ? '' : `; not shown: ${listed(open)}`
  return `Meets ${met.length} of ${musts.length} requirements${lacking}.`
}

const listed = (results: readonly RequirementResult[]): string => {
  const names = results.slice(0, NAMED).map(({ requirement }) => requirement)
  const more = results.length - names.length
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function yearsSentence({ years, job }: Summarised): string | null {
  if (years === null) return 'The résumé gives no dates of work.'
  const asked = job.minYears === null ? '' : ` of ${job.minYears} asked`
  return `${Math.round(years * 10) / 10} years of experience${asked}.`
}

function changeSentence({ overall, components, attributions, job }: Summarised): string | null {
  if (overall === null) return null
  const shares = presentWeights(components, job.job.weights)
  const gains = COMPONENTS.flatMap((name) => {
    const component = components[name]
    return component === null ? [] : [{ name, points: shares[name] * (100 - component) }]
  })
  const most = gains.toSorted((one, other) => other.points - one.points)[0]
  const best = COMPONENTS.toSorted((one, other) => attributions[other] - attributions[one])[0]!
  if (most === undefined || most.points < 1) return null
  const points = Math.round(most.points)
  if (most.name === best) return `Most depends on ${best} (up to ${points} points more).`
  const adds = attributions[best] > 0 ? `Adds most: ${best}; would` : 'Would'
  return `${adds} change most: ${most.name} (up to ${points} points).`
}
