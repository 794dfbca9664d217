import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { skillsScore } from './skills.ts'

const full = { weight: 1, similarity: 1, proficiency: 1, recency: 1 }

for (const [matches, points, because] of [
  [[full], 100, 'an exact, deep, recent skill'],
  [[{ ...full, similarity: 0.9 }], 90, 'a likeness counts as it is'],
  [[{ ...full, similarity: 0.8 }], 0, 'up to 0.8 is another skill'],
  [[{ ...full, proficiency: 0.5, recency: 0.5 }], 25, 'the factors multiply'],
  [[full, { ...full, similarity: 0 }], 50, 'the mean'],
  [
    [
      { ...full, weight: 3 },
      { ...full, similarity: 0 },
    ],
    75,
    'the weighted mean',
  ],
  [[], null, 'nothing asked: null, never 0'],
] as const) {
  test(`${points}: ${because}`, () => equal(skillsScore(matches), points))
}
