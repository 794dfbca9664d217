import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { canMove, isStage, STAGES } from './stage.ts'

const FUNNEL = ['applied', 'screened', 'interviewed', 'offered', 'hired'] as const

for (const from of STAGES) {
  for (const to of STAGES) {
    const at = (FUNNEL as readonly string[]).indexOf(from)
    const isNext = at >= 0 && FUNNEL[at + 1] === to
    const isEnd = (to === 'rejected' || to === 'withdrawn') && to !== from
    test(`${from} to ${to}: ${isNext || isEnd ? 'a move' : 'a conflict'}`, () => {
      equal(canMove(from, to), isNext || isEnd)
    })
  }
}

test('only the words of the funnel are stages', () => {
  equal(isStage('applied'), true)
  equal(isStage('toString'), false)
})
