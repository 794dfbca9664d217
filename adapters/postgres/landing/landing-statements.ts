import type { LandingRow } from '../../../core/ports/landing-rows.ts'
import type { Statement } from '../transaction.ts'
import {
  historyUpsert,
  movedUpsert,
  receivedUpsert,
  withdrawnUpsert,
} from './application-upserts.ts'
import { profileUpsert, scoreUpsert } from './derived-upserts.ts'
import { candidateUpsert, jobUpsert, parkedUpsert } from './record-upserts.ts'
import { statementsFor } from './table-upsert.ts'

type RowOf<Table extends LandingRow['table']> = Extract<LandingRow, { table: Table }>

/** All statements that land these rows, at most one key once in each. @param rows  in the order of the log */
export function landingStatements(rows: readonly LandingRow[]): readonly Statement[] {
  const of = <Table extends LandingRow['table']>(table: Table) =>
    rows.filter((row): row is RowOf<Table> => row.table === table)
  return [
    ...statementsFor(jobUpsert, of('job')),
    ...statementsFor(candidateUpsert, of('candidate')),
    ...statementsFor(receivedUpsert, of('application_received')),
    ...statementsFor(movedUpsert, of('application_moved')),
    ...statementsFor(withdrawnUpsert, of('application_withdrawn')),
    ...statementsFor(historyUpsert, of('stage_history')),
    ...statementsFor(profileUpsert, of('profile')),
    ...statementsFor(scoreUpsert, of('score')),
    ...statementsFor(parkedUpsert, of('parked')),
  ]
}
