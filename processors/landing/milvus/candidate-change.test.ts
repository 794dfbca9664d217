import { expect, test } from 'vitest'
import type { CandidateState } from '../../../core/events/events.generated.ts'
import { changeOf } from './candidate-change.ts'

for (const [status, mergedInto, change] of [
  ['active', null, { kind: 'none' }],
  ['erased', null, { kind: 'erased' }],
  ['merged', 'other', { kind: 'merged', into: 'other' }],
  ['merged', null, { kind: 'none' }],
] as const) {
  test(`a candidate ${status} into ${mergedInto}: ${change.kind}`, () => {
    expect(changeOf({ status, mergedInto } as CandidateState)).toEqual(change)
  })
}
