import { createClient } from '@clickhouse/client'
import pg from 'pg'
import { openMilvus } from '../../adapters/milvus/open-milvus.ts'
import type { World } from './open-world.ts'

/** The three stores of a world as its tenant sees them, each asked by itself: the others may be away. */
export function openStores(world: World) {
  const [postgres, milvus, clickhouse] = [inPostgres(world), inMilvus(world), inClickHouse(world)]
  return {
    postgres,
    milvus,
    clickhouse,
    async [Symbol.asyncDispose]() {
      await Promise.all([postgres.close(), milvus.close(), clickhouse.close()])
    },
  }
}

function inPostgres({ env, tenantId }: World) {
  const pool = new pg.Pool({ connectionString: env.POSTGRES_APP_URL!, max: 2 })
  pool.on('error', () => {}) // the test takes the server away
  async function rows<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    const client = await pool.connect()
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
  /** Application to overall */
  async function scores(): Promise<ReadonlyMap<string, number | null>> {
    const found = await rows<{ id: string; overall: number | null }>(
      `SELECT application_id AS id, CASE WHEN minus_overall <= 0 THEN -minus_overall END AS overall
        FROM score WHERE generation = 1`,
    )
    return new Map(found.map(({ id, overall }) => [id, overall]))
  }
  /** Records that were parked with no tenant or another's: processor, reason, place. The landing's role sees them. */
  async function parkedUnread(): Promise<string[]> {
    const landing = new pg.Client({ connectionString: env.POSTGRES_LANDING_URL! })
    await landing.connect()
    try {
      const { rows: found } = await landing.query<{ what: string }>(
        `SELECT processor || ' ' || reason || ' ' || topic || '/' || partition || '/' || log_offset AS what
          FROM parked WHERE tenant_id <> $1`,
        [tenantId],
      )
      return found.map(({ what }) => what)
    } finally {
      await landing.end()
    }
  }
  const count = async () => (await scores()).size
  return { rows, scores, parkedUnread, count, close: () => pool.end() }
}

function inMilvus({ env, tenantId }: World) {
  const client = openMilvus({ url: env.MILVUS_URL! })
  const collection_name = `${env.MILVUS_PREFIX}_g1_shared_0`
  /** Application to the place in the log that its vector came from */
  async function positions(): Promise<ReadonlyMap<string, number>> {
    const { value } = await client.hasCollection({ collection_name })
    if (!value) return new Map()
    const { data, status } = await client.query({
      collection_name,
      filter: `tenant_id == "${tenantId}"`,
      output_fields: ['id', 'position'],
      limit: 16_384,
      consistency_level: 0,
    })
    if (status.code !== 0) throw new Error(status.reason)
    return new Map(data.map(({ id, position }) => [String(id), Number(position)]))
  }
  const count = async () => (await positions()).size
  return { positions, count, close: () => client.closeConnection() }
}

function inClickHouse({ env, tenantId }: World) {
  const client = createClient({ url: env.CLICKHOUSE_URL!, request_timeout: 5000 })
  async function facts<T>(query: string): Promise<T[]> {
    const query_params = { tenant: tenantId }
    const answer = await client.query({ query, query_params, format: 'JSONEachRow' })
    return answer.json<T>()
  }
  const count = async () =>
    (await facts('SELECT 1 FROM score_fact_g1 WHERE tenant_id = {tenant: UUID}')).length
  return { facts, count, close: () => client.close() }
}
