import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { MilvusClient } from '@zilliz/milvus2-sdk-node'
import pg from 'pg'
import { runNode } from './node-process.ts'

/** An installation of a test's own on the shared engines: databases, topics and collections that nobody else uses. */
export interface World {
  /** What workers and serving are started with */
  readonly env: Readonly<Record<string, string>>
  readonly tenantId: string
  close(): Promise<void>
}

export interface WorldOptions {
  readonly settings: Readonly<Record<string, string>>
  readonly partitions?: number
}

export async function openWorld({ settings, partitions = 2 }: WorldOptions): Promise<World> {
  const name = `w${randomUUID().slice(0, 8)}`
  const folder = await mkdtemp(join(tmpdir(), `hirestream-${name}-`))
  await inPostgres(settings.POSTGRES_URL!, `CREATE DATABASE ${name}`)
  await inClickHouse(settings.CLICKHOUSE_URL!, `CREATE DATABASE ${name}`)
  const env = {
    ...settings,
    POSTGRES_URL: named(settings.POSTGRES_URL!, name),
    POSTGRES_APP_URL: named(settings.POSTGRES_APP_URL!, name),
    POSTGRES_LANDING_URL: named(settings.POSTGRES_LANDING_URL!, name),
    CLICKHOUSE_URL: named(settings.CLICKHOUSE_URL!, name),
    MILVUS_PREFIX: name,
    TOPIC_PREFIX: `${name}.`,
    TOPIC_PARTITIONS: String(partitions),
    SCHEMA_REGISTER: 'true',
    BLOB_URL: `file://${folder}/blobs`,
    CACHE_DIR: join(folder, 'cache'),
    REGION_KEY: randomBytes(32).toString('base64'),
    PARKING_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'warn',
  }
  const prepared = runNode(['pipelines/workers/prepare.ts'], { env })
  const how = await prepared.ended
  if (how.code !== 0) throw new Error(`preparing failed: ${how.output}`)
  return {
    env,
    tenantId: randomUUID(),
    async close() {
      // The run's engines and their data go together; loaded collections alone cost memory until then.
      await dropCollections(settings.MILVUS_URL!, name)
      await rm(folder, { recursive: true })
    },
  }
}

/** The same server, another database. */
function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function inPostgres(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function inClickHouse(url: string, query: string): Promise<void> {
  const client = createClient({ url })
  try {
    await client.command({ query })
  } finally {
    await client.close()
  }
}

async function dropCollections(url: string, prefix: string): Promise<void> {
  const client = new MilvusClient({ address: url.replace('http://', ''), logLevel: 'error' })
  try {
    const { data } = await client.showCollections()
    const ours = data.filter(({ name }) => name.startsWith(`${prefix}_`))
    for (const { name } of ours) await client.dropCollection({ collection_name: name })
  } finally {
    await client.closeConnection()
  }
}
