import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import { asTenant } from '../../adapters/postgres/transaction.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { aScore } from '../builders/a-score.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

const [OURS, THEIRS] = [randomUUID(), randomUUID()]
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  const { landing: pool } = database
  const sink = postgresSink({ pool, generation: 1, rows: postgresRows, clock: Date.now })
  const signal = AbortSignal.timeout(60_000)
  await sink.claim([{ topic: 'scores', partition: 0 }], signal)
  const scores = [OURS, THEIRS].map((tenantId) => aScore({ tenantId }))
  const events = scores.map((score, offset) => {
    const place = { topic: 'scores' as const, partition: 0, offset, timestamp: 0 }
    return { ...place, event: () => score, raw: new Uint8Array() }
  })
  const batch = { topic: 'scores' as const, partition: 0, epoch: 1, from: 0, next: 2, end: 2 }
  await sink.write({ ...batch, events }, signal)
})
afterAll(() => database[Symbol.asyncDispose]())

const TENANTS = { name: 'tenants', text: 'SELECT DISTINCT tenant_id FROM score' }
const tenantsSeen = async (pool: pg.Pool) =>
  (await pool.query(TENANTS.text)).rows.map(({ tenant_id }) => tenant_id)

test('serving sees its tenant and no other', async () => {
  const [rows] = await asTenant(database.app, OURS, TENANTS)
  expect(rows).toEqual([{ tenant_id: OURS }])
})

test('serving without a tenant sees nothing, also after one was set on the connection', async () => {
  expect(await tenantsSeen(database.app)).toEqual([])
  const asked = Array.from({ length: 8 }, () => asTenant(database.app, OURS, TENANTS))
  await Promise.all(asked) // Every connection of the pool has had a tenant now.
  const seen = await Promise.all(Array.from({ length: 8 }, () => tenantsSeen(database.app)))
  expect(seen.flat()).toEqual([])
})

test('serving writes nothing into another tenant', async () => {
  const text = `INSERT INTO tenant (tenant_id, name) VALUES ('${THEIRS}', 'x')`
  await expect(asTenant(database.app, OURS, { name: 'x', text })).rejects.toThrow()
  const { rows } = await database.landing.query('SELECT FROM tenant')
  expect(rows).toEqual([])
})

test('the owner, too, sees nothing without a tenant', async () => {
  expect(await tenantsSeen(database.owner)).toEqual([])
})

test('the landing sees all', async () => {
  expect((await tenantsSeen(database.landing)).sort()).toEqual([OURS, THEIRS].sort())
})

for (const role of ['app', 'landing'] as const) {
  test(`${role} owns nothing and may neither truncate, nor alter, nor pass over the policies`, async () => {
    const { rows } = await database[role].query(
      `SELECT (SELECT count(*) FROM pg_class WHERE relowner = r.oid)::int AS owned,
         (SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
            AND has_table_privilege(oid, 'TRUNCATE'))::int AS truncatable,
         rolbypassrls, rolsuper, rolcreaterole
       FROM pg_roles AS r WHERE rolname = current_user`,
    )
    const may = { rolbypassrls: false, rolsuper: false, rolcreaterole: false }
    expect(rows).toEqual([{ owned: 0, truncatable: 0, ...may }])
    for (const sql of [
      'TRUNCATE score',
      'ALTER TABLE score NO FORCE ROW LEVEL SECURITY',
      'DROP POLICY one_tenant ON score',
      'DELETE FROM decision_audit',
      'UPDATE decision_audit SET actor = $$x$$',
    ]) {
      await expect(database[role].query(sql), sql).rejects.toThrow(
        /permission denied|must be owner/,
      )
    }
  })
}

const TABLES = `SELECT c.oid, c.relname AS name, relrowsecurity AND relforcerowsecurity AS guarded,
    (SELECT array_agg(polname::text ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid) AS policies,
    (SELECT array_agg(i.relname::text ORDER BY i.relname) FROM pg_index JOIN pg_class i ON i.oid = indexrelid
      WHERE indrelid = c.oid AND indkey[0] <> a.attnum) AS led_by_other
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND attname = 'tenant_id'
  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`

test('every table with a tenant is guarded, and the tenant leads each of its indexes', async () => {
  const { rows } = await database.owner.query(TABLES)
  expect(rows.length).toBeGreaterThan(64)
  for (const { name, guarded, policies, led_by_other } of rows) {
    expect({ name, guarded, policies, led_by_other }).toEqual({
      name,
      guarded: true,
      policies: ['landing', 'one_tenant'],
      led_by_other: null,
    })
  }
})

test('every table without a tenant is one of those that can have none', async () => {
  const { rows } = await database.owner.query(
    `SELECT relname AS name FROM pg_class AS c WHERE relkind IN ('r', 'p', 'v', 'm')
       AND relnamespace = 'public'::regnamespace AND NOT EXISTS
       (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id') ORDER BY 1`,
  )
  const without = ['active_generation', 'generation', 'ledger', 'schema_migration', 'watermark']
  expect(rows.map(({ name }) => name)).toEqual(without)
})

test('no foreign key ties what two topics carry', async () => {
  const { rows } = await database.owner.query(
    `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f'`,
  )
  expect(rows).toEqual([{ name: 'active_generation' }])
})
