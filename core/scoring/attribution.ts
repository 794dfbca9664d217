import type { Attributions, Components, Weights } from '../events/events.generated.ts'
import { type ComponentName, presentWeights } from './overall.ts'

/** What a component is measured against: what the job's applicants usually reach, 0..100. */
export type Baseline = Readonly<Record<ComponentName, number>>

/** Until a job has applicants to compare with. */
export const MIDDLE_BASELINE: Baseline = {
  skills: 50,
  experience: 50,
  culture: 50,
  trajectory: 50,
  relevance: 50,
}

/**
 * Points that each component adds against the baseline: weight x (component - baseline). They sum to the overall
 * score less the equally weighted baseline.
 */
export function attributions(
  components: Components,
  weights: Weights,
  baseline: Baseline = MIDDLE_BASELINE,
): Attributions {
  const shares = presentWeights(components, weights)
  const of = (name: ComponentName) => {
    const component = components[name]
    return component === null || shares[name] === 0
      ? 0
      : shares[name] * (component - baseline[name])
  }
  return {
    skills: of('skills'),
    experience: of('experience'),
    culture: of('culture'),
    trajectory: of('trajectory'),
    relevance: of('relevance'),
  }
}
