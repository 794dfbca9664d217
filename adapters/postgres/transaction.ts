import type pg from 'pg'
import { databaseFault } from './database-fault.ts'

export type Statement = pg.QueryConfig<unknown[]>

const AS_TENANT = "SELECT set_config('hirestream.tenant', $1, true)"

/**
 * Statements in one transaction and one round trip, seeing the one tenant.
 * @returns rows of each statement, in order
 * @throws Fault database.unavailable | database.refused
 */
export async function asTenant(
  pool: pg.Pool,
  tenantId: string,
  ...statements: readonly Statement[]
): Promise<readonly Row[][]> {
  const tenant = { name: 'as_tenant', text: AS_TENANT, values: [tenantId] }
  const [, ...answers] = await inTransaction(pool, [tenant, ...statements])
  return answers
}

export type Row = Readonly<Record<string, unknown>>

/** Without a tenant: for tables that have none, and for the role that lands. */
export async function inTransaction(
  pool: pg.Pool,
  statements: readonly Statement[],
): Promise<Row[][]> {
  const detail = statements.map(({ name }) => name).join('+')
  const client = await pool.connect().catch((error) => {
    throw databaseFault(error, `${detail}: no connection`)
  })
  // All are sent at once; after a failure the server passes over the rest, and COMMIT rolls back.
  const sent = [
    client.query('BEGIN'),
    ...statements.map((statement) => client.query<Row>(statement)),
    client.query('COMMIT'),
  ]
  const answers = await Promise.allSettled(sent)
  const failed = answers.find((answer) => answer.status === 'rejected')
  client.release(failed && !isServerError(failed.reason) ? asError(failed.reason) : undefined)
  if (failed) throw databaseFault(failed.reason, detail)
  return answers
    .slice(1, -1)
    .map((answer) => (answer.status === 'fulfilled' ? (answer.value.rows as Row[]) : []))
}

/** The server answered, so the connection is still good. */
const isServerError = (error: unknown) =>
  error instanceof Error && 'severity' in error && error.severity === 'ERROR'

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
