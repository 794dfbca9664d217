import type { LandingRow } from '../../../core/ports/landing-rows.ts'
import type { Statement } from '../transaction.ts'
import { binaryArray, type ColumnType, type ColumnValue } from './binary-array.ts'

export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  of(row: Row): ColumnValue
}

/** How the rows of one table land: which of a batch's rows of one key counts, and by which statements. */
export interface TableUpsert<Row extends LandingRow> {
  readonly table: Row['table']
  readonly columns: readonly Column<Row>[]
  /** Also the order of rows in a statement: neighbours in an index are then written as neighbours */
  key(row: Row): string
  /** Both of one key: does the later one in the log replace the earlier? */
  replaces(later: Row, earlier: Row): boolean
  /** In order, each given all columns as `incoming` */
  readonly statements: readonly LandingStatement<Row>[]
}

export interface LandingStatement<Row> {
  readonly name: string
  readonly text: string
  /** Left out unless one of the rows asks for it */
  neededFor?(row: Row): boolean
}

/** `unnest($1::uuid[], …) AS incoming(tenant_id, …)`: one set of parameters serves every statement of a table. */
export function incoming<Row>(columns: readonly Column<Row>[]): string {
  const arrays = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')
  return `unnest(${arrays}) AS incoming(${columns.map(({ name }) => name).join(', ')})`
}

/** @param rows  in the order of the log */
export function statementsFor<Row extends LandingRow>(
  upsert: TableUpsert<Row>,
  rows: readonly Row[],
): Statement[] {
  const kept = oneByKey(upsert, rows)
  if (kept.length === 0) return []
  const values = upsert.columns.map(({ type, of }) => binaryArray(type, kept.map(of)))
  return upsert.statements
    .filter(({ neededFor }) => !neededFor || kept.some(neededFor))
    .map(({ name, text }) => ({ name, text, values }))
}

function oneByKey<Row extends LandingRow>(
  { key, replaces }: TableUpsert<Row>,
  rows: readonly Row[],
): readonly Row[] {
  const byKey = new Map<string, Row>()
  for (const row of rows) {
    const earlier = byKey.get(key(row))
    if (earlier === undefined || replaces(row, earlier)) byKey.set(key(row), row)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
