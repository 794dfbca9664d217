import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { overallScore } from './overall.ts'

const weights = { skills: 0.4, experience: 0.3, culture: 0.15, trajectory: 0.15, relevance: 0 }
const all = { skills: 80, experience: 60, culture: 40, trajectory: 20, relevance: 99 }
const none = { skills: null, experience: null, culture: null, trajectory: null, relevance: null }

for (const [components, overall, because] of [
  [all, 59, '.40 skills + .30 experience + .15 culture + .15 trajectory'],
  [{ ...all, skills: 0 }, 27, 'a zero counts'],
  [{ ...all, culture: null }, 62.35, 'a null does not: the others share its weight'],
  [{ ...none, skills: 80 }, 80, 'one component is the whole'],
  [{ ...none, relevance: 99 }, null, 'a component without weight is no score'],
  [none, null, 'nothing there: null, never 0'],
] as const) {
  test(`${JSON.stringify(components)} is ${overall}: ${because}`, () => {
    const got = overallScore(components, weights)
    equal(got === null ? null : Math.round(got * 100) / 100, overall)
  })
}
