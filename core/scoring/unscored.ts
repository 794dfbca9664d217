import { COMPONENTS } from './overall.ts'
import type { QuickScore } from './score-resume.ts'

/**
 * An application that cannot be scored is still listed, with its reason.
 * @param reason  why there is no profile, in words the applicant can act on
 */
export function unscored(reason: string): QuickScore {
  const nothing = { skills: 0, experience: 0, culture: 0, trajectory: 0, relevance: 0 }
  return {
    overall: null,
    components: {
      skills: null,
      experience: null,
      culture: null,
      trajectory: null,
      relevance: null,
    },
    attributions: nothing,
    band: 'unscored',
    missing: [
      { component: 'profile', reason },
      ...COMPONENTS.map((component) => ({ component, reason: 'no_profile' })),
    ],
    requirements: [],
    summary: [],
    evidence: [],
  }
}
