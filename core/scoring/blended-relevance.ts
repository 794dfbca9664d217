import type { MissingReason } from './band.ts'
import type { JobFacts } from './job-facts.ts'
import { lexicalRelevance } from './relevance.ts'
import type { ResumeFacts } from './resume-facts.ts'

export type Meaning = { readonly cosine: number } | { readonly reason: MissingReason }

// Where the two measures usually lie: their scales, so that one point of each is worth the same.
const WORDS_AT_BEST = 0.4
const COSINE_AT_LEAST = 0.15
const COSINE_AT_BEST = 0.8
// Words lead: they tell one applicant of a job from another; meaning finds the trade in a large pool.
const WORDS_SHARE = 0.6

/**
 * How near a résumé is to a job as a whole: its words, and what they mean.
 * @returns 0..100; by words alone when there is no cosine; null when the job says nothing
 */
export function blendedRelevance(
  job: JobFacts,
  resume: ResumeFacts,
  meaning: Meaning,
): number | null {
  if (job.query.terms.length === 0) return null
  const words = within(lexicalRelevance(job.query, resume.terms, resume.length) / WORDS_AT_BEST)
  if ('reason' in meaning) return 100 * words
  const near = within((meaning.cosine - COSINE_AT_LEAST) / (COSINE_AT_BEST - COSINE_AT_LEAST))
  return 100 * (WORDS_SHARE * words + (1 - WORDS_SHARE) * near)
}

const within = (share: number) => Math.min(1, Math.max(0, share))
