import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { bandOf } from './band.ts'

for (const [overall, reason, band, because] of [
  [70, null, 'strong', 'the bound belongs to the better band'],
  [69.999, null, 'good', 'just under it'],
  [50, null, 'good', 'the bound'],
  [30, null, 'possible', 'the bound'],
  [29.999, null, 'weak', 'just under it'],
  [0, null, 'weak', 'a zero is a score'],
  [90, 'culture_not_asked', 'strong', 'what the job does not ask lowers nothing'],
  [90, 'no_dated_experience', 'strong', 'the résumé is what it is'],
  [90, 'judge_unavailable', 'provisional', 'the system owes a component'],
  [90, 'embedder_unavailable', 'provisional', 'the system owes a component'],
  [null, 'no_profile', 'unscored', 'nothing to score'],
] as const) {
  test(`${overall}, ${reason ?? 'nothing missing'}: ${band}: ${because}`, () => {
    equal(bandOf(overall, reason === null ? [] : [{ component: 'culture', reason }]), band)
  })
}
