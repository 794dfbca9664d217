import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, shippedMigrations } from '../../adapters/postgres/migrate.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const extra = (name: string, sql: string) => [{ name, sql }]

test('migrated again, nothing is left to do', async () => {
  expect(await migrate(database.urls.owner)).toEqual([])
})

test('migrated by three at once, each is applied once', async () => {
  const migration = extra('900-slow.sql', 'SELECT pg_sleep(0.3); CREATE TABLE only_once ()')
  const all = await Promise.all([1, 2, 3].map(() => migrate(database.urls.owner, migration)))
  expect(all.flat()).toEqual(['900-slow.sql'])
})

test('a migration that was changed after it had been applied is refused', async () => {
  const [first] = await shippedMigrations()
  const changed = [{ name: first!.name, sql: `${first!.sql}\n-- a word more` }]
  await expect(migrate(database.urls.owner, changed)).rejects.toThrow(
    `setup.incomplete: ${first!.name} was changed`,
  )
})

test('a migration that fails is not applied at all, and says which and why', async () => {
  const broken = extra('901-broken.sql', 'CREATE TABLE half_way (); SELECT nonsense')
  await expect(migrate(database.urls.owner, broken)).rejects.toThrow(
    /migration 901-broken.sql: .*nonsense/,
  )
  const { rows } = await database.owner.query(`SELECT to_regclass('half_way') AS it`)
  expect(rows).toEqual([{ it: null }])
})
