import type { Components, Weights } from '../events/events.generated.ts'

export const COMPONENTS = ['skills', 'experience', 'culture', 'trajectory', 'relevance'] as const
export type ComponentName = (typeof COMPONENTS)[number]

/**
 * The weights over what could be computed: a missing component takes no part, and lowers nothing.
 * @returns shares that sum to 1; all 0 when nothing with a weight is there
 */
export function presentWeights(components: Components, weights: Weights): Weights {
  const shareOf = (name: ComponentName) => (components[name] === null ? 0 : weights[name])
  const total = COMPONENTS.reduce((sum, name) => sum + shareOf(name), 0)
  const share = (name: ComponentName) => (total > 0 ? shareOf(name) / total : 0)
  return {
    skills: share('skills'),
    experience: share('experience'),
    culture: share('culture'),
    trajectory: share('trajectory'),
    relevance: share('relevance'),
  }
}

/** @returns 0..100, weighted over the components that are there; null when there is none */
export function overallScore(components: Components, weights: Weights): number | null {
  const shares = presentWeights(components, weights)
  if (COMPONENTS.every((name) => shares[name] === 0)) return null
  const sum = COMPONENTS.reduce((total, name) => total + shares[name] * (components[name] ?? 0), 0)
  return Math.min(100, Math.max(0, sum))
}
