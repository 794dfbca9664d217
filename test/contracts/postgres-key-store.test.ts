import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresKeyStore } from '../../adapters/postgres/postgres-key-store.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'
import { keyStoreContract } from './key-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const REGION_KEY = randomBytes(32)

const open = (fields: { regionKey?: Uint8Array; clock?: () => number } = {}) =>
  postgresKeyStore({
    pool: database.app,
    regionKey: REGION_KEY,
    clock: Date.now,
    random: randomBytes,
    ...fields,
  })

keyStoreContract('postgres', async () => ({ keys: open(), another: () => open() }))

test('keys lie in the database sealed, and open only under the region key', async ({ signal }) => {
  const [tenant, id] = [randomUUID(), randomUUID()]
  const key = (await open().candidateKeys(tenant, [id], signal)).get(id)!
  const { rows } = await database.landing.query(
    'SELECT encode(wrapped, $1) AS wrapped FROM candidate_key WHERE candidate_id = $2',
    ['hex', id],
  )
  expect(rows[0].wrapped).not.toContain(Buffer.from(key).toString('hex'))
  const elsewhere = open({ regionKey: randomBytes(32) })
  await expect(elsewhere.candidateKeys(tenant, [id], signal)).rejects.toThrow(
    'key_store.unavailable',
  )
})

test('a key that another process destroyed is used for a minute at most', async ({ signal }) => {
  const [tenant, id] = [randomUUID(), randomUUID()]
  let now = Date.now()
  const keys = open({ clock: () => now })
  await keys.candidateKeys(tenant, [id], signal)
  await open().destroyCandidateKey(tenant, id, signal)
  now += 60_001
  expect((await keys.candidateKeys(tenant, [id], signal)).get(id)).toBeNull()
})

test('no statement remakes, replaces or removes a key', async ({ signal }) => {
  const [tenant, kept, ended] = [randomUUID(), randomUUID(), randomUUID()]
  await open().candidateKeys(tenant, [kept, ended], signal)
  await open().destroyCandidateKey(tenant, ended, signal)
  for (const sql of [
    `UPDATE candidate_key SET wrapped = '\\x00', destroyed_at = NULL WHERE candidate_id = '${ended}'`,
    `UPDATE candidate_key SET wrapped = '\\x00' WHERE candidate_id = '${kept}'`,
    `DELETE FROM candidate_key WHERE candidate_id = '${kept}'`,
  ]) {
    await expect(database.landing.query(sql), sql).rejects.toThrow(/never|permission denied/)
  }
})

test('two that make the same keys never wait for each other in a circle', async ({ signal }) => {
  const [tenant, [first, second]] = [randomUUID(), [randomUUID(), randomUUID()].sort()]
  const keys = open()
  await keys.tenantKey(tenant, signal)
  const other = await database.landing.connect()
  const make = (id: string | undefined) =>
    other.query(`INSERT INTO candidate_key VALUES ($1, $2, '\\x00')`, [tenant, id])
  await other.query('BEGIN')
  await make(first)
  const asking = keys.candidateKeys(tenant, [second!, first!], signal).catch((fault) => fault)
  const waiting = `SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'`
  const waits = async () => (await database.landing.query(waiting)).rowCount
  await expect.poll(waits, { timeout: 20_000 }).toBeGreaterThan(0)
  await make(second)
  await other.query('ROLLBACK')
  other.release()
  expect((await asking).size).toBe(2)
})
