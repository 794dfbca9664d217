import { createClient } from '@clickhouse/client'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { engineControl } from '../../infra/local/engine-control.ts'

const settings = inject('settings')
const control = engineControl(inject('engineControl'))

test('the application role owns nothing and does not bypass row-level security', async () => {
  const client = new pg.Client({ connectionString: settings.POSTGRES_APP_URL })
  await client.connect()
  const { rows } = await client.query(
    'select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user',
  )
  await client.end()
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false }])
})

test('the registry refuses what older readers could not read, from the start', async () => {
  const answer = await fetch(`${settings.SCHEMA_REGISTRY_URL}/config`)
  expect(await answer.json()).toEqual({ compatibilityLevel: 'BACKWARD_TRANSITIVE' })
})

test('an engine that is killed comes back with its data on the same port', async () => {
  const clickhouse = createClient({ url: settings.CLICKHOUSE_URL ?? '' })
  await clickhouse.command({ query: 'create table kept (n UInt8) engine = MergeTree order by n' })
  await clickhouse.insert({ table: 'kept', values: [{ n: 7 }], format: 'JSONEachRow' })
  await control.kill('clickhouse', 'SIGKILL')
  expect((await clickhouse.ping()).success).toBe(false)
  await control.start('clickhouse')
  const rows = await clickhouse.query({ query: 'select n from kept', format: 'JSONEachRow' })
  expect(await rows.json()).toEqual([{ n: 7 }])
  await clickhouse.command({ query: 'drop table kept' })
  await clickhouse.close()
})
