import { deepEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { attributions, MIDDLE_BASELINE } from './attribution.ts'
import { COMPONENTS, overallScore } from './overall.ts'

const weights = { skills: 0.4, experience: 0.3, culture: 0.2, trajectory: 0.1, relevance: 0 }

test('weight x (component - baseline), nothing for what is missing', () => {
  const even = { skills: 0.5, experience: 0.25, culture: 0.25, trajectory: 0, relevance: 0 }
  const components = { skills: 100, experience: 0, culture: 60, trajectory: null, relevance: 7 }
  deepEqual(Object.values(attributions(components, even)), [25, -12.5, 2.5, 0, 0])
})

test('they sum to the overall score less the baseline', () => {
  const points = fc.double({ min: 0, max: 100, noNaN: true })
  const components = fc.record({
    skills: points,
    experience: fc.option(points),
    culture: fc.option(points),
    trajectory: fc.option(points),
    relevance: fc.option(points),
  })
  fc.assert(
    fc.property(components, (given) => {
      const added = attributions(given, weights)
      const sum = COMPONENTS.reduce((total, name) => total + added[name], 0)
      const overall = overallScore(given, weights) ?? 0
      ok(Math.abs(sum - (overall - MIDDLE_BASELINE.skills)) < 1e-9)
    }),
  )
})
