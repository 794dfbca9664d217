import type { ApplicationScored, MissingComponent } from '../events/events.generated.ts'

export type Band = ApplicationScored['band']

/** Best first: the order of a ranked list. Provisional stands apart: it says nothing about the person. */
export const BANDS: readonly Band[] = [
  'strong',
  'good',
  'possible',
  'weak',
  'provisional',
  'unscored',
]

/**
 * Why a component is missing. Closed: `ours` is a lack of the system that it makes up for later, and only that makes
 * a score provisional; the others are facts of the job or of the résumé.
 */
export const MISSING_REASONS = {
  culture_not_asked: 'job',
  skills_not_asked: 'job',
  experience_not_asked: 'job',
  model_not_used: 'job',
  no_dated_experience: 'resume',
  no_text: 'resume',
  judge_unavailable: 'ours',
  embedder_unavailable: 'ours',
  embedder_bad_answer: 'ours',
  no_profile: 'resume',
} as const satisfies Record<string, 'job' | 'resume' | 'ours'>
export type MissingReason = keyof typeof MISSING_REASONS

const isOurs = ({ reason }: MissingComponent) => MISSING_REASONS[reason as MissingReason] === 'ours'

/** @param overall  0..100; null when nothing could be scored */
export function bandOf(overall: number | null, missing: readonly MissingComponent[]): Band {
  if (overall === null) return 'unscored'
  if (missing.some(isOurs)) return 'provisional'
  if (overall >= 70) return 'strong'
  if (overall >= 50) return 'good'
  return overall >= 30 ? 'possible' : 'weak'
}
