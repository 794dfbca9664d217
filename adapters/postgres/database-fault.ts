import pg from 'pg'
import { Fault } from '../../core/fault.ts'

/** SQLSTATE classes that are the data's own fault: bad data, a broken constraint, a limit of the format. */
const REFUSED = new Set(['22', '23', '54'])

/**
 * Everything else is the environment's, a missing grant or table too: nothing is parked for a deployment's mistake.
 * @param detail  what was tried, ids and sizes only
 */
export function databaseFault(error: unknown, detail: string): Fault {
  if (error instanceof Fault) return error
  if (!(error instanceof pg.DatabaseError)) {
    return new Fault('database.unavailable', detail, { cause: error })
  }
  const { code = '', table, constraint } = error
  const cause = new Error(
    `SQLSTATE ${code}${table ? ` on ${table}` : ''} ${constraint ?? ''}`.trim(),
  )
  // The server's own words quote the row: they stay out of our logs.
  if (!REFUSED.has(code.slice(0, 2))) return new Fault('database.unavailable', detail, { cause })
  return new Fault('database.refused', `${detail}: ${cause.message}`, { cause })
}
