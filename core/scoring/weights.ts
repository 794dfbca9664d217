import type { Weights } from '../events/events.generated.ts'

/** The plain formula: .40 skills + .30 experience + .15 culture + .15 trajectory. */
export const FORMULA_WEIGHTS: Weights = {
  skills: 0.4,
  experience: 0.3,
  culture: 0.15,
  trajectory: 0.15,
  relevance: 0,
}

/**
 * For jobs that set none. Chosen by `npm run bench -- ranking` (docs/scoring.md): relevance leads, since most résumés
 * and jobs name few skills in the same words; the formula's components keep their proportions.
 */
export const DEFAULT_WEIGHTS: Weights = {
  skills: 0.16,
  experience: 0.12,
  culture: 0.06,
  trajectory: 0.06,
  relevance: 0.6,
}
