import { createClient } from '@clickhouse/client'
import { MilvusClient } from '@zilliz/milvus2-sdk-node'
import pg from 'pg'
import type { World } from './open-world.ts'

/** What the three stores hold of one tenant. */
export interface Holdings {
  readonly applications: readonly string[]
  readonly profiles: readonly string[]
  /** Application to overall, as Postgres has it */
  readonly scores: ReadonlyMap<string, number | null>
  readonly vectors: readonly string[]
  readonly facts: readonly string[]
  /** Application to overall, as ClickHouse has it */
  readonly scoreFacts: ReadonlyMap<string, number | null>
  /** processor, reason */
  readonly parked: readonly string[]
}

/** Differences between what was accepted and what each store holds; empty: they agree. */
export function differences(expected: readonly string[], held: Holdings): string[] {
  const wanted = [...expected].sort()
  const same = (name: string, ids: readonly string[]) => compare(name, wanted, [...ids].sort())
  return [
    ...same('applications in Postgres', held.applications),
    ...same('profiles in Postgres', held.profiles),
    ...same('scores in Postgres', [...held.scores.keys()]),
    ...same('vectors in Milvus', held.vectors),
    ...same('applications in ClickHouse', held.facts),
    ...same('scores in ClickHouse', [...held.scoreFacts.keys()]),
    ...[...held.scores]
      .filter(([id, overall]) => held.scoreFacts.has(id) && held.scoreFacts.get(id) !== overall)
      .map(
        ([id, overall]) => `score of ${id}: ${overall}, in ClickHouse ${held.scoreFacts.get(id)}`,
      ),
  ]
}

function compare(name: string, wanted: readonly string[], ids: readonly string[]): string[] {
  const held = new Set(ids)
  const missing = wanted.filter((id) => !held.has(id)).length
  const more = ids.length - wanted.filter((id) => held.has(id)).length
  return missing + more === 0 ? [] : [`${name}: ${missing} missing, ${more} too many`]
}

const POLL_MS = 300

/**
 * Awaits agreement of all three stores with what was accepted. It gives up when nothing has changed for a while.
 * @returns what they hold in the end
 */
export async function untilAgreed(
  world: World,
  expected: readonly string[],
  { patienceMs = 60_000 } = {},
): Promise<Holdings> {
  await using stores = openStores(world)
  let last = ''
  let changedAt = performance.now()
  for (;;) {
    const held = await stores.holdings()
    const found = differences(expected, held)
    if (found.length === 0) return held
    const now = found.join('; ')
    if (now !== last) changedAt = performance.now()
    last = now
    if (performance.now() - changedAt > patienceMs) throw new Error(`no agreement: ${now}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

export function openStores({ env, tenantId }: World) {
  const postgres = new pg.Pool({ connectionString: env.POSTGRES_APP_URL!, max: 2 })
  postgres.on('error', () => {}) // the test takes the server away
  const clickhouse = createClient({ url: env.CLICKHOUSE_URL!, request_timeout: 5000 })
  const milvus = new MilvusClient({
    address: env.MILVUS_URL!.replace('http://', ''),
    timeout: 5000,
  })

  async function rows<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    const client = await postgres.connect()
    try {
      await client.query('BEGIN')
      await client.query("SELECT set_config('hirestream.tenant', $1, true)", [tenantId])
      const { rows: found } = await client.query<T>(text)
      await client.query('COMMIT')
      return found
    } finally {
      client.release()
    }
  }
  const ids = async (table: string, where = 'true') =>
    (await rows<{ id: string }>(`SELECT application_id AS id FROM ${table} WHERE ${where}`)).map(
      ({ id }) => id,
    )
  /** The landing's role sees what has no tenant. */
  async function unread(): Promise<{ what: string }[]> {
    const landing = new pg.Client({ connectionString: env.POSTGRES_LANDING_URL! })
    await landing.connect()
    try {
      const { rows: found } = await landing.query<{ what: string }>(
        `SELECT processor || ' ' || reason || ' ' || topic || '/' || partition || '/' || log_offset AS what
          FROM parked WHERE tenant_id <> $1`,
        [tenantId],
      )
      return found
    } finally {
      await landing.end()
    }
  }
  async function facts<T>(query: string): Promise<T[]> {
    const query_params = { tenant: tenantId }
    const answer = await clickhouse.query({ query, query_params, format: 'JSONEachRow' })
    return answer.json<T>()
  }

  async function vectors(): Promise<string[]> {
    const collection_name = `${env.MILVUS_PREFIX}_g1_shared_0`
    const { value } = await milvus.hasCollection({ collection_name })
    if (!value) return []
    const { data, status } = await milvus.query({
      collection_name,
      filter: `tenant_id == "${tenantId}"`,
      output_fields: ['id'],
      limit: 16_384,
      consistency_level: 0,
    })
    if (status.code !== 0) throw new Error(status.reason)
    return data.map(({ id }) => String(id))
  }

  const scoreRows = () =>
    rows<{ id: string; overall: number | null }>(
      'SELECT application_id AS id, CASE WHEN minus_overall <= 0 THEN -minus_overall END AS overall FROM score WHERE generation = 1',
    )

  return {
    async holdings(): Promise<Holdings> {
      const scores = await scoreRows()
      const scoreFacts = await facts<{ id: string; overall: number | null }>(
        'SELECT toString(application_id) AS id, overall FROM mart_score WHERE is_current AND tenant_id = {tenant: UUID}',
      )
      const applications = await facts<{ id: string }>(
        'SELECT toString(application_id) AS id FROM mart_application WHERE tenant_id = {tenant: UUID}',
      )
      const parked = await rows<{ what: string }>(
        `SELECT processor || ' ' || reason AS what FROM parked`,
      )
      return {
        applications: await ids('application', 'applied_at IS NOT NULL'),
        profiles: await ids('profile', 'generation = 1'),
        scores: new Map(scores.map(({ id, overall }) => [id, overall])),
        vectors: await vectors(),
        facts: applications.map(({ id }) => id),
        scoreFacts: new Map(scoreFacts.map(({ id, overall }) => [id, overall])),
        parked: [...parked, ...(await unread())].map(({ what }) => what),
      }
    },
    rows,
    facts,
    /** How much one store holds, whether or not the others can be asked */
    landed: {
      postgres: async () => (await scoreRows()).length,
      milvus: async () => (await vectors()).length,
      clickhouse: async () =>
        (await facts('SELECT 1 FROM score_fact_g1 WHERE tenant_id = {tenant: UUID}')).length,
    },
    /** Parked records that nobody could read: reason and place */
    parkedUnread: async () => (await unread()).map(({ what }) => what),
    async [Symbol.asyncDispose]() {
      await Promise.all([postgres.end(), clickhouse.close(), milvus.closeConnection()])
    },
  }
}
