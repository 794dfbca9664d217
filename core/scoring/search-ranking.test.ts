import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { searchRank } from './search-ranking.ts'

const plain = { cosine: 0.5, exactSkillMatches: 0, ageDays: 365, mustHaves: { asked: 0, met: 0 } }

for (const [change, rank, because] of [
  [{}, 0.35, '0.7 x cosine'],
  [{ exactSkillMatches: 3 }, 0.41, '0.02 a match'],
  [{ exactSkillMatches: 50 }, 0.45, 'at most 0.10'],
  [{ ageDays: 30 }, 0.4, 'a month old'],
  [{ ageDays: 31 }, 0.37, 'three months old'],
  [{ ageDays: 91 }, 0.35, 'older'],
  [{ mustHaves: { asked: 4, met: 3 } }, 0.275, 'a quarter of the must-haves is missing'],
  [{ mustHaves: { asked: 4, met: 0 } }, 0.05, 'all of them are'],
  [{ cosine: -1 }, 0, 'never under 0'],
  [{ cosine: null, exactSkillMatches: 5, ageDays: 1 }, 0.15, 'words alone'],
] as const) {
  test(`${JSON.stringify(change)} ranks ${rank}: ${because}`, () => {
    equal(Math.round(searchRank({ ...plain, ...change }) * 1e6) / 1e6, rank)
  })
}
