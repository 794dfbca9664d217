import pg from 'pg'

export interface PoolSettings {
  readonly url: string
  /** Connections at most */
  readonly max: number
  /** Seen in pg_stat_activity */
  readonly applicationName: string
  /** Per statement; 0 is no limit. Default 10 s */
  readonly statementTimeoutMs?: number
}

/** Queries of one connection are sent without waiting for each other: a transaction may be one round trip. */
export function openPool(settings: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.max,
    application_name: settings.applicationName,
    statement_timeout: settings.statementTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    pipeline: true,
  })
  // A connection that breaks, idle or in use, fails what is asked of it, and is replaced; without a listener each
  // break would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
