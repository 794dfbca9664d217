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

interface Reason {
  /** `ours` is a lack of the system that it makes up for later; the others are facts of the job or the résumé */
  readonly of: 'job' | 'resume' | 'ours'
  readonly words: string
}

/** Why a component is missing. Closed. Only what is `ours` makes a score provisional. */
export const MISSING_REASONS = {
  culture_not_asked: { of: 'job', words: 'the job asks for none' },
  skills_not_asked: { of: 'job', words: 'the job names no skill' },
  experience_not_asked: { of: 'job', words: 'the job asks for no years or level' },
  model_not_used: { of: 'job', words: 'scored by words alone, as asked' },
  no_dated_experience: { of: 'resume', words: 'the résumé gives no dates of work' },
  no_text: { of: 'job', words: 'the job says nothing to compare with' },
  no_profile: { of: 'resume', words: 'no profile could be read' },
  judge_unavailable: { of: 'ours', words: 'not judged yet: no language model answers' },
  embedder_unavailable: {
    of: 'ours',
    words: 'by words alone: the embedding model does not answer',
  },
  embedder_bad_answer: {
    of: 'ours',
    words: 'by words alone: the embedding model failed on this text',
  },
} as const satisfies Record<string, Reason>
export type MissingReason = keyof typeof MISSING_REASONS

const reasonOf = (code: string): Reason | null =>
  Object.hasOwn(MISSING_REASONS, code) ? MISSING_REASONS[code as MissingReason] : null

/** For people; a code that is not known speaks for itself. */
export const reasonWords = (code: string): string => reasonOf(code)?.words ?? code

const isOurs = ({ reason }: MissingComponent) => reasonOf(reason)?.of === 'ours'

/** @param overall  0..100; null when nothing could be scored */
export function bandOf(overall: number | null, missing: readonly MissingComponent[]): Band {
  if (overall === null) return 'unscored'
  if (missing.some(isOurs)) return 'provisional'
  if (overall >= 70) return 'strong'
  if (overall >= 50) return 'good'
  return overall >= 30 ? 'possible' : 'weak'
}
