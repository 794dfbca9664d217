import type { CandidateState } from '../../../core/events/events.generated.ts'
import type { CandidateRow } from '../../../core/ports/landing-rows.ts'
import { consentColumns, rulesAt } from './row-rules.ts'

export function candidateRows(state: CandidateState, offset: number): readonly CandidateRow[] {
  const rules = rulesAt(offset)
  return [
    {
      table: 'candidate',
      tenantId: state.tenantId,
      candidateId: state.candidateId,
      version: rules.whole('version', state.version),
      status: state.status,
      mergedInto: state.mergedInto,
      ...consentColumns(rules, state.consent),
      // Whatever the event still carries: of an erased person nothing is kept.
      sealed: state.status === 'erased' ? null : state.sealed,
      changedAt: rules.time('changedAt', state.changedAt),
      position: offset,
    },
  ]
}
