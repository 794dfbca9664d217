// How well applicants are ranked, every variant beside BM25, TF-IDF, MiniLM and their mix by rank, in one run:
// - right trade: nDCG@10 of 450 jobs over a pool of 600 résumés of 23 trades
// - matching over spoilt: of 500 jobs, how often the matching résumé is above the same one spoilt
// Through the product's own parser, blinding, embedding and scoring. Needs ../shared/data.
// Usage: npm run bench -- ranking [seed]

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openOnnxEmbedder } from '../adapters/models/onnx-embedder.ts'
import type { Components, Weights } from '../core/events/events.generated.ts'
import { requirementsFromText } from '../core/jobs/requirements-from-text.ts'
import { type JobFacts, jobFacts } from '../core/scoring/job-facts.ts'
import { overallScore } from '../core/scoring/overall.ts'
import { bestCosine, lexicalRelevance, resumeCosine } from '../core/scoring/relevance.ts'
import { scoreResume } from '../core/scoring/score-resume.ts'
import { DEFAULT_WEIGHTS, FORMULA_WEIGHTS } from '../core/scoring/weights.ts'
import { report } from './harness.ts'
import { hasData, hlp, rjdb } from './ranking/data.ts'
import { bm25, mixedByRank, type PoolRanking, tfIdf } from './ranking/peers.ts'
import { type ReadText, readTexts } from './ranking/read.ts'
import { keptVectors } from './ranking/vectors.ts'

if (!hasData()) {
  report({ bench: 'ranking', skipped: '../shared/data is not there' })
  process.exit(0)
}
const [SEED = 7] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const { jobs, resumes } = hlp(SEED)
const pairs = rjdb()
const say = (text: string) => process.stderr.write(`${text}\n`)

say('reading')
const pool = await readTexts(resumes.map(({ text }) => text))
const matching = await readTexts(pairs.map((pair) => pair.matching))
const spoilt = await readTexts(pairs.map((pair) => pair.spoilt))
say('embedding (kept between runs)')
const modelDir = process.env.EMBEDDING_MODEL_DIR ?? ''
const threads = availableParallelism()
await using embedder = await openOnnxEmbedder({ modelDir, threads })
const texts = [...pool, ...matching, ...spoilt].flatMap(({ headline, whole }) => [headline, whole])
const asked = [...jobs.map(({ text }) => text), ...pairs.map(({ job }) => job)]
const vectors = await keptVectors(
  embedder,
  [...asked, ...texts],
  join('.hirestream', 'bench-ranking'),
)

interface Measures extends Components {
  readonly words: number
  readonly cosine: number
  readonly minilm: number
}
/** One way of ranking: of our measures of a pair. */
type Variant = (of: Measures) => number

function measure(job: JobFacts, text: string, { facts, headline, whole }: ReadText): Measures {
  const of = vectors.get(text)!
  const parts = vectors.get(whole)!
  const cosine = resumeCosine(of, [...vectors.get(headline)!, ...parts]) ?? 0
  const { components } = scoreResume({ job, resume: facts, appliedYear: 2024, meaning: { cosine } })
  const words = lexicalRelevance(job.query, facts.terms, facts.length)
  return { ...components, words, cosine, minilm: bestCosine(of, parts) }
}

/** As rank and intake read free text: a short first line is the title. */
function factsOf(text: string): JobFacts {
  const [first = '', second = ''] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = /title/i.test(first) && second.length <= 100 ? second : ''
  const requirements = requirementsFromText(title, text)
  return jobFacts({
    title,
    description: text,
    requirements,
    cultureAttributes: [],
    weights: DEFAULT_WEIGHTS,
  })
}

say('scoring')
const inPool = jobs.map(({ text }) => {
  const job = factsOf(text)
  return pool.map((resume) => measure(job, text, resume))
})
const inPairs = pairs.map(({ job: text }, nth) => {
  const job = factsOf(text)
  return [measure(job, text, matching[nth]!), measure(job, text, spoilt[nth]!)] as const
})

function rightTrade(scoresOf: (nth: number) => readonly number[]): number {
  const each = jobs.map(({ trade }, nth) => {
    const scores = scoresOf(nth)
    const best = resumes.map((_, at) => at).toSorted((a, b) => scores[b]! - scores[a]! || a - b)
    const gain = (rank: number) => 1 / Math.log2(rank + 2)
    const same = resumes.filter((resume) => resume.trade === trade).length
    const ideal = Array.from({ length: Math.min(10, same) }, (_, rank) => gain(rank))
    const got = best.slice(0, 10).map((at, rank) => (resumes[at]!.trade === trade ? gain(rank) : 0))
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
    return same === 0 ? 0 : sum(got) / sum(ideal)
  })
  return each.reduce((total, one) => total + one, 0) / each.length
}

const above = (wins: readonly boolean[]) => wins.filter(Boolean).length / wins.length
const rounded = (share: number) => Math.round(share * 1000) / 1000

const ofVariant = (variant: Variant) => ({
  rightTrade: rounded(rightTrade((nth) => inPool[nth]!.map(variant))),
  matchingAbove: rounded(above(inPairs.map(([good, bad]) => variant(good) > variant(bad)))),
})

function ofPeer(make: (documents: readonly string[]) => PoolRanking) {
  const ranking = make(resumes.map(({ text }) => text))
  const pairing = make(pairs.flatMap((pair) => [pair.matching, pair.spoilt]))
  return {
    rightTrade: rounded(rightTrade((nth) => ranking(jobs[nth]!.text))),
    matchingAbove: rounded(
      above(
        pairs.map(({ job }, nth) => {
          const scores = pairing(job)
          return scores[2 * nth]! > scores[2 * nth + 1]!
        }),
      ),
    ),
  }
}

const weighted =
  (weights: Weights): Variant =>
  (of) =>
    overallScore(of, weights) ?? 0
const blended = (relevance: number): Weights => {
  const share = 1 - relevance
  const { skills, experience, culture, trajectory } = FORMULA_WEIGHTS
  return {
    skills: skills * share,
    experience: experience * share,
    culture: culture * share,
    trajectory: trajectory * share,
    relevance,
  }
}
const byWords = bm25(resumes.map(({ text }) => text))
const mixed = rightTrade((nth) =>
  mixedByRank(
    byWords(jobs[nth]!.text),
    inPool[nth]!.map(({ minilm }) => minilm),
  ),
)

report({
  bench: 'ranking',
  seed: SEED,
  jobs: jobs.length,
  resumes: resumes.length,
  pairs: pairs.length,
  peers: {
    bm25: ofPeer(bm25),
    'tf-idf': ofPeer(tfIdf),
    minilm: ofVariant(({ minilm }) => minilm),
    'bm25 and minilm, mixed by rank': { rightTrade: rounded(mixed), matchingAbove: null },
  },
  ours: {
    'default weights': ofVariant(weighted(DEFAULT_WEIGHTS)),
    'formula alone': ofVariant(weighted(FORMULA_WEIGHTS)),
    ...Object.fromEntries(
      [0.2, 0.4, 0.5, 0.6, 0.7, 0.8].map((share) => [
        `relevance ${share}`,
        ofVariant(weighted(blended(share))),
      ]),
    ),
    'relevance alone': ofVariant(({ relevance }) => relevance ?? 0),
    'words alone': ofVariant(({ words }) => words),
    'meaning alone (headline and best part)': ofVariant(({ cosine }) => cosine),
    'skills alone': ofVariant(({ skills }) => skills ?? 0),
  },
})
