import { wordsOf } from '../../core/taxonomy/words.ts'

/** Scores of all documents of a pool for one query. */
export type PoolRanking = (query: string) => number[]

const K1 = 1.2
const B = 0.75

const countsOf = (text: string) => {
  const counts = new Map<string, number>()
  for (const { key } of wordsOf(text)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function frequencies(pool: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const counts of pool) {
    for (const word of counts.keys()) found.set(word, (found.get(word) ?? 0) + 1)
  }
  return found
}

/** Plain BM25 over the pool that is ranked. */
export function bm25(documents: readonly string[]): PoolRanking {
  const pool = documents.map(countsOf)
  const found = frequencies(pool)
  const lengths = pool.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const idf = (word: string) => {
    const n = found.get(word) ?? 0
    return Math.log(1 + (pool.length - n + 0.5) / (n + 0.5))
  }
  return (query) => {
    const words = [...countsOf(query).keys()]
    return pool.map((counts, nth) => {
      const norm = K1 * (1 - B + (B * lengths[nth]!) / mean)
      return words.reduce((sum, word) => {
        const n = counts.get(word) ?? 0
        return n === 0 ? sum : sum + (idf(word) * n * (K1 + 1)) / (n + norm)
      }, 0)
    })
  }
}

/** TF-IDF with logarithmic counts, by cosine. */
export function tfIdf(documents: readonly string[]): PoolRanking {
  const pool = documents.map(countsOf)
  const found = frequencies(pool)
  const vectorOf = (counts: ReadonlyMap<string, number>) => {
    const weighted = [...counts].flatMap(([word, n]) => {
      const known = found.get(word)
      if (known === undefined) return []
      return [[word, (1 + Math.log(n)) * (Math.log((1 + pool.length) / (1 + known)) + 1)] as const]
    })
    const length = Math.hypot(...weighted.map(([, weight]) => weight))
    return new Map(weighted.map(([word, weight]) => [word, weight / length]))
  }
  const vectors = pool.map(vectorOf)
  return (query) => {
    const asked = [...vectorOf(countsOf(query))]
    return vectors.map((vector) =>
      asked.reduce((sum, [word, weight]) => sum + weight * (vector.get(word) ?? 0), 0),
    )
  }
}

const FUSION = 60

/** Two rankings mixed by rank (reciprocal rank fusion). */
export function mixedByRank(one: readonly number[], other: readonly number[]): number[] {
  const [first, second] = [ranksOf(one), ranksOf(other)]
  return first.map((rank, nth) => 1 / (FUSION + rank) + 1 / (FUSION + second[nth]!))
}

function ranksOf(scores: readonly number[]): number[] {
  const order = scores.map((_, nth) => nth).toSorted((a, b) => scores[b]! - scores[a]!)
  const ranks: number[] = []
  order.forEach((nth, rank) => {
    ranks[nth] = rank + 1
  })
  return ranks
}
