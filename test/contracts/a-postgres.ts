import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../../adapters/postgres/migrate.ts'
import { openPool } from '../../adapters/postgres/pool.ts'

/** One migrated database of its own on the real server, seen by each of our roles. */
export interface TestDatabase extends AsyncDisposable {
  readonly urls: { readonly owner: string; readonly app: string; readonly landing: string }
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly landing: pg.Pool
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const settings = inject('settings')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const urlOf = (setting: string) => {
    const url = new URL(settings[setting]!)
    url.pathname = `/${name}`
    return url.href
  }
  await administer(settings.POSTGRES_URL!, `CREATE DATABASE ${name}`)
  const urls = {
    owner: urlOf('POSTGRES_URL'),
    app: urlOf('POSTGRES_APP_URL'),
    landing: urlOf('POSTGRES_LANDING_URL'),
  }
  await migrate(urls.owner)
  const open = (url: string) => openPool({ url, max: 8, applicationName: 'test' })
  const pools = { owner: open(urls.owner), app: open(urls.app), landing: open(urls.landing) }
  return {
    urls,
    ...pools,
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
      await administer(settings.POSTGRES_URL!, `DROP DATABASE ${name}`)
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
