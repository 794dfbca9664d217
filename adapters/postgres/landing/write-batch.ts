import type pg from 'pg'
import { Fault } from '../../../core/fault.ts'
import type { LandingRow } from '../../../core/ports/landing-rows.ts'
import type { LandingBatch } from '../../../core/ports/sink.ts'
import { databaseFault } from '../database-fault.ts'
import type { Row, Statement } from '../transaction.ts'
import { landingStatements } from './landing-statements.ts'
import { lockLedger, moveLedger } from './ledger.ts'

/**
 * A table that was empty when a plan was made would be read whole ever after, a batch at a time: keys only, and
 * planned once.
 */
const BEGIN = `BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;
  SET LOCAL enable_mergejoin = off; SET LOCAL plan_cache_mode = force_generic_plan`

export interface BatchWrite {
  readonly batch: LandingBatch
  readonly generation: number
  /** In the order of the log */
  readonly rows: readonly LandingRow[]
}

/**
 * Rows and ledger in one transaction of two round trips.
 * @throws Fault landing.fenced | database.unavailable | database.refused
 */
export async function writeBatch(pool: pg.Pool, write: BatchWrite): Promise<void> {
  const { batch, generation, rows } = write
  const what = `${batch.topic}/${batch.partition} ${batch.from}..${batch.next}`
  const all = landingStatements(rows) // Before the lock: encoding takes a good part of the time.
  await withClient(pool, what, async (client) => {
    const [, locked] = await settle([
      client.query(BEGIN),
      client.query<Row>(lockLedger(batch, generation)),
    ])
    const [ledger] = (locked as pg.QueryResult<Row>).rows
    if (ledger === undefined || Number(ledger.epoch) !== batch.epoch) {
      throw new Fault('landing.fenced', `${what}: epoch ${batch.epoch}, ledger ${ledger?.epoch}`)
    }
    const next = Number(ledger.next_offset)
    if (batch.next <= next) return client.query('ROLLBACK')
    const statements = batch.from < next ? landingStatements(beyond(next, rows)) : all
    const move = moveLedger(batch, generation)
    return settle([
      ...[...statements, move].map((statement) => client.query(statement)),
      client.query('COMMIT'),
    ])
  })
}

/** Would these land? Always rolled back. @throws as `writeBatch` */
export const tryRows = (pool: pg.Pool, rows: readonly LandingRow[]): Promise<void> =>
  withClient(pool, 'try', async (client) => {
    const statements: (string | Statement)[] = [BEGIN, ...landingStatements(rows), 'ROLLBACK']
    await settle(statements.map((statement) => client.query(statement as Statement)))
  })

const beyond = (next: number, rows: readonly LandingRow[]) =>
  rows.filter(({ position }) => position >= next)

/** All answers awaited, also after a failure: the connection is free again then. */
async function settle(sent: readonly Promise<unknown>[]): Promise<unknown[]> {
  const answers = await Promise.allSettled(sent)
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed) throw failed.reason
  return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : undefined))
}

async function withClient(
  pool: pg.Pool,
  what: string,
  work: (client: pg.PoolClient) => Promise<unknown>,
): Promise<void> {
  const client = await pool.connect().catch((error) => {
    throw databaseFault(error, `${what}: no connection`)
  })
  let broken = false
  try {
    await work(client)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw databaseFault(error, what)
  } finally {
    client.release(broken)
  }
}
