import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Fault } from '../../core/fault.ts'
import { databaseFault } from './database-fault.ts'

/** Any number: all that migrate this database agree on it. */
const LOCK = 0x68697265

const LEDGER = `CREATE TABLE IF NOT EXISTS schema_migration (
  name text PRIMARY KEY,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

export interface Migration {
  readonly name: string
  readonly sql: string
}

/**
 * Brings the database to the newest schema. Safe to repeat, and at once from several places: the others wait.
 * @param url  of the owner's role
 * @returns names of what was applied
 * @throws Fault setup.incomplete when an applied migration was changed, or when one fails (it is then not applied at all)
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await shippedMigrations())
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(LEDGER)
    return await applyPending(client, wanted)
  } catch (error) {
    throw databaseFault(error, 'migrate')
  } finally {
    await client.end().catch(() => {}) // The lock goes with the connection.
  }
}

async function applyPending(client: pg.Client, wanted: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM schema_migration',
  )
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const changed = wanted.find(({ name, sql }) => (applied.get(name) ?? digest(sql)) !== digest(sql))
  if (changed) {
    throw new Fault('setup.incomplete', `${changed.name} was changed after it had been applied`)
  }
  const pending = wanted.filter(({ name }) => !applied.has(name))
  for (const migration of pending) await apply(client, migration)
  return pending.map(({ name }) => name)
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    const note = 'INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)'
    await client.query(note, [name, digest(sql)])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    // Its own words help here, and no row of anyone is in them.
    const why = cause instanceof Error ? cause.message : 'failed'
    throw new Fault('setup.incomplete', `migration ${name}: ${why}`, { cause })
  }
}

const digest = (sql: string) => createHash('sha256').update(sql).digest('hex')

/** Those of this release, in the order of their numbers. */
export async function shippedMigrations(): Promise<readonly Migration[]> {
  const folder = join(import.meta.dirname, 'migrations')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })),
  )
}
