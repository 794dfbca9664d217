import type { CandidateState } from '../../../core/events/events.generated.ts'

export type CandidateChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'merged'; readonly into: string }

/** What a candidate's standing means for the vectors. */
export function changeOf({ status, mergedInto }: CandidateState): CandidateChange {
  if (status === 'erased') return { kind: 'erased' }
  if (status === 'merged' && mergedInto !== null) return { kind: 'merged', into: mergedInto }
  return { kind: 'none' }
}
