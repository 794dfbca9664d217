import type { Row } from './rows.ts'

/**
 * A mark stands in a collection beside the vectors, keyed by a candidate, and says what became of that person.
 * Without it, a replay of the log (which keeps every vector) would bring an erased person back, and a merged one apart.
 * Its position is below 0, so that no search, count or removal of vectors ever meets it.
 */
export type Standing =
  | { readonly kind: 'erased' }
  | { readonly kind: 'merged'; readonly into: string }

const MARK_POSITION = -1

export interface Marked {
  readonly tenantId: string
  readonly candidateId: string
  readonly standing: Standing
}

export function mark({ tenantId, candidateId, standing }: Marked, dimension: number): Row {
  const values = new Array<number>(dimension).fill(0)
  values[0] = 1
  return {
    id: candidateId,
    tenant_id: tenantId,
    candidate_id: standing.kind === 'merged' ? standing.into : '',
    job_id: '',
    position: MARK_POSITION,
    values,
  }
}

/** @returns null when the entity is a vector */
export function standingOf(entity: Pick<Row, 'candidate_id' | 'position'>): Standing | null {
  if (entity.position >= 0) return null
  const into = entity.candidate_id
  return into === '' ? { kind: 'erased' } : { kind: 'merged', into }
}
