// The first page of a ranked list of 10,000, whole way: HTTP, key, tenant, Postgres under row-level security, names and quotes
// unsealed. Cold: each job is asked once of a process that has just started, so that no connection, statement or key is
// there yet. Beside it, in the same round and as cold, one bare statement that reads the same page, without all of that.
// Usage: node bench/ranked-list.ts [jobs] [rounds] [applications a job], with POSTGRES_URL, POSTGRES_APP_URL and
// POSTGRES_LANDING_URL.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../adapters/postgres/migrate.ts'
import { openPool } from '../adapters/postgres/pool.ts'
import { postgresApiKeys } from '../adapters/postgres/postgres-api-keys.ts'
import { postgresApplicationReader } from '../adapters/postgres/postgres-application-reader.ts'
import { postgresCandidateSearch } from '../adapters/postgres/postgres-candidate-search.ts'
import { postgresGenerations } from '../adapters/postgres/postgres-generations.ts'
import { postgresJobReader } from '../adapters/postgres/postgres-job-reader.ts'
import { postgresKeyStore } from '../adapters/postgres/postgres-key-store.ts'
import { postgresRankingReader } from '../adapters/postgres/postgres-ranking-reader.ts'
import { postgresWatermarks } from '../adapters/postgres/postgres-watermarks.ts'
import { openLogger } from '../adapters/telemetry/logger.ts'
import { openMetrics, servingMetrics } from '../adapters/telemetry/metrics.ts'
import { buildServing } from '../serving/app.ts'
import { SCOPES } from '../serving/plugins/access.ts'
import { quantile } from './harness/figures.ts'
import { interleaved, report } from './harness.ts'
import { fill, idOf, TENANT } from './ranked/fill.ts'

const [JOBS = 20, ROUNDS = 10, PER_JOB = 10_000] = process.argv
  .slice(2)
  .map(Number)
  .filter(Number.isFinite)
const PAGE = 25
const NAME = `bench_${process.pid}`
const KEY = `ats_${TENANT.replaceAll('-', '')}_${randomBytes(16).toString('hex')}`
const REGION_KEY = randomBytes(32)
const BARE = `SELECT application_id, minus_overall, explanation FROM score
  WHERE tenant_id = $1 AND generation = 1 AND job_id = $2
  ORDER BY band_rank, minus_overall, application_id LIMIT ${PAGE}`

const inDatabase = (setting: string) => {
  const url = new URL(process.env[setting] ?? '')
  url.pathname = `/${NAME}`
  return url.href
}
const poolOf = (setting: string) =>
  openPool({ url: inDatabase(setting), max: 10, applicationName: 'bench' })
const keyStore = (pool: pg.Pool) =>
  postgresKeyStore({ pool, regionKey: REGION_KEY, clock: Date.now, random: randomBytes })

/** One process's worth of asking each job once. @returns milliseconds of each */
type Way = () => Promise<number[]>

const WAYS: Record<string, Way> = {
  async 'bare statement'() {
    const client = new pg.Client({ connectionString: inDatabase('POSTGRES_APP_URL') })
    await client.connect()
    await client.query("SELECT set_config('hirestream.tenant', $1, false)", [TENANT])
    const times = await timed(async (job) => {
      const { rows } = await client.query(BARE, [TENANT, job])
      if (rows.length !== PAGE) throw new Error(`${rows.length} rows`)
      JSON.stringify(rows)
    })
    await client.end()
    return times
  },

  async ours() {
    const pool = poolOf('POSTGRES_APP_URL')
    const app = await serving(pool)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const headers = { authorization: `Bearer ${KEY}` }
    const times = await timed(async (job) => {
      const answer = await fetch(`${url}/v1/jobs/${job}/candidates?limit=${PAGE}`, { headers })
      const { candidates } = (await answer.json()) as { candidates: { name: string | null }[] }
      const named = candidates.filter(({ name }) => name !== null).length
      if (named !== PAGE)
        throw new Error(`${answer.status}, ${named} of ${candidates.length} named`)
    })
    await app.close()
    await pool.end()
    return times
  },
}

function serving(pool: pg.Pool) {
  return buildServing({
    apiKeys: postgresApiKeys(pool),
    rankings: postgresRankingReader(pool),
    jobs: postgresJobReader(pool),
    applications: postgresApplicationReader(pool),
    search: postgresCandidateSearch(pool),
    keys: keyStore(pool),
    generations: postgresGenerations(pool),
    watermarks: postgresWatermarks(pool),
    events: { publish: async () => {} },
    inboxSchema: { type: 'record', name: 'None', fields: [] },
    embedder: null,
    vectorsOf: null,
    meaning: { run: (call) => call() },
    cursorKey: REGION_KEY,
    clock: Date.now,
    probes: [],
    lifecycle: { phase: 'serving' },
    logger: openLogger({ service: 'bench', level: 'silent' }),
    metrics: servingMetrics(openMetrics('bench')),
    newRequestId: () => 'bench',
  })
}

async function timed(ask: (job: string) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let job = 0; job < JOBS; job++) {
    const began = performance.now()
    await ask(idOf('job', job))
    times.push(performance.now() - began)
  }
  return times
}

async function prepare(): Promise<void> {
  await administer(`CREATE DATABASE ${NAME}`)
  await migrate(inDatabase('POSTGRES_URL'))
  const [app, landing] = [poolOf('POSTGRES_APP_URL'), poolOf('POSTGRES_LANDING_URL')]
  const sha256 = createHash('sha256').update(KEY).digest()
  const expiresAt = Date.now() + 86_400_000
  const key = {
    tenantId: TENANT,
    sha256,
    prefix: 'bench',
    name: 'bench',
    scopes: SCOPES,
    expiresAt,
  }
  await postgresApiKeys(app).add(key, 'Bench', AbortSignal.timeout(10_000))
  await fill({ pool: landing, keys: keyStore(landing), jobs: JOBS, perJob: PER_JOB })
  await Promise.all([app.end(), landing.end()])
  const owner = new pg.Client({ connectionString: inDatabase('POSTGRES_URL') })
  await owner.connect()
  await owner.query('VACUUM ANALYZE').finally(() => owner.end())
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL ?? '' })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function main(): Promise<void> {
  await prepare()
  const ways = Object.entries(WAYS).map(([name, way]) => ({
    name,
    async round() {
      const times = await way()
      const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => quantile(times, share))
      return { p50Ms: p50Ms!, p95Ms: p95Ms!, p99Ms: p99Ms! }
    },
  }))
  const measured = await interleaved(ways, ROUNDS, { name: 'bare statement', figure: 'p50Ms' })
  report({
    bench: 'ranked-list',
    jobs: JOBS,
    applicationsAJob: PER_JOB,
    rounds: ROUNDS,
    measured,
  })
}

await main().finally(() => administer(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`))
