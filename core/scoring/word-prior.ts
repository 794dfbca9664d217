import { stem } from './stem.ts'
import { COMMON_WORDS, STOP_WORDS } from './word-prior.data.ts'

const COMMON_WEIGHT = 0.25

const stop = new Set(STOP_WORDS.split(/\s+/))
const common = new Set(COMMON_WORDS.split(/\s+/).map(stem))

/**
 * How much a word tells, known beforehand: stands in for the inverse document frequency of a corpus.
 * @param word  lower case, as `wordsOf` gives it
 * @returns 0 for a stop word or a bare number, 0.25 for a word of every job, else 1
 */
export function wordWeight(word: string): number {
  if (stop.has(word) || /^\d+$/.test(word) || (word.length < 2 && word !== 'c' && word !== 'r')) {
    return 0
  }
  return stemWeight(stem(word))
}

/** The same of a stem of a word that is no stop word. */
export const stemWeight = (stem: string): number => (common.has(stem) ? COMMON_WEIGHT : 1)
