import { wordsOf } from '../taxonomy/words.ts'
import { stem } from './stem.ts'
import { stemWeight, wordWeight } from './word-prior.ts'

/** Terms of a text with how often and how much they count. */
export type Terms = ReadonlyMap<string, number>

export interface WeightedText {
  readonly text: string
  /** How much a mention counts: a title says more than a description */
  readonly weight: number
}

const PAIR = ' '

/** Stems and pairs of neighbouring stems, each with its mentions, weighted by where it stands. */
export function termsOf(texts: readonly WeightedText[]): Terms {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight)
  for (const { text, weight } of texts) {
    for (const line of text.split(/[\n.;:|•]+/)) {
      let before: string | null = null
      for (const { key } of wordsOf(line)) {
        const term: string | null = wordWeight(key) > 0 ? stem(key) : null
        if (term !== null) add(term, weight)
        if (term !== null && before !== null) add(before + PAIR + term, weight)
        before = term
      }
    }
  }
  return terms
}

/** What a term of a job tells; pairs tell about what their better word does. */
export function termWeight(term: string): number {
  const at = term.indexOf(PAIR)
  if (at < 0) return stemWeight(term)
  return PAIR_SHARE * (stemWeight(term.slice(0, at)) + stemWeight(term.slice(at + 1)))
}

const PAIR_SHARE = 0.5
const K1 = 1.2
const B = 0.5
/** A résumé of usual length, in weighted mentions: the corpus prior's mean. */
const MEAN_LENGTH = 400

/** A job's terms, each with its share of the whole. */
export interface Query {
  readonly terms: readonly (readonly [term: string, share: number])[]
}

export function queryOf(terms: Terms): Query {
  const weighted = [...terms].map(
    ([term, mentions]) => [term, termWeight(term) * (mentions / (mentions + 1))] as const,
  )
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  return { terms: weighted.filter(([, w]) => w > 0).map(([term, w]) => [term, w / total] as const) }
}

/** What a résumé says of a job's words: BM25 with a prior in place of a corpus, as a share of what a perfect one would. */
export function lexicalRelevance(query: Query, resume: Terms, length: number): number {
  const norm = K1 * (1 - B + (B * length) / MEAN_LENGTH)
  let sum = 0
  for (const [term, share] of query.terms) {
    const mentions = resume.get(term)
    if (mentions !== undefined) sum += share * (mentions / (mentions + norm))
  }
  return sum
}

export const lengthOf = (terms: Terms): number =>
  [...terms].reduce((sum, [term, mentions]) => sum + (term.includes(PAIR) ? 0 : mentions), 0)

/**
 * How near a résumé is to a job by meaning: its headline and the best part of the whole, in equal shares.
 * @param job  unit vectors of the job's text
 * @param resume  unit vectors, the headline's first
 * @returns -1..1; null when either has none, or they are of different models
 */
export function resumeCosine(
  job: readonly Float32Array[],
  resume: readonly Float32Array[],
): number | null {
  const [headline, ...whole] = resume
  if (headline === undefined || job[0]?.length !== headline.length) return null
  const first = bestCosine(job, [headline])
  return (first + (whole.length === 0 ? first : bestCosine(job, whole))) / 2
}

/** The best cosine of any part of the one with any part of the other; -1 when either has none. */
export function bestCosine(one: readonly Float32Array[], other: readonly Float32Array[]): number {
  let best = -1
  for (const left of one) for (const right of other) best = Math.max(best, dot(left, right))
  return best
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}
