import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

// What the unmodified client needs from the local front, as from a real server.
const compression = { request: true, response: true }
const url = inject('settings').CLICKHOUSE_URL ?? ''
const client = createClient({ url, compression, log: { level: 127 } })

const lines = async (query: string) =>
  (await client.query({ query, format: 'JSONEachRow' })).json<Record<string, unknown>>()

beforeAll(async () => {
  await client.command({
    query: `create or replace table front (id UInt32, s String, tags Array(String))
      engine = MergeTree order by id settings non_replicated_deduplication_window = 100`,
  })
})
afterAll(async () => {
  await client.command({ query: 'drop table front' })
  await client.close()
})

test('JSONEachRow: what goes in comes out, however it is written', async () => {
  const rows = [{ id: 1, s: "a'b\\c\n\tü", tags: ["y'z", '\\'] }]
  await client.insert({ table: 'front', values: rows, format: 'JSONEachRow' })
  expect(await lines('select * from front where id = 1')).toEqual(rows)
})

test('RowBinary', async () => {
  const row = Buffer.from([2, 0, 0, 0, 1, 65, 0])
  const query = 'INSERT INTO front (id, s, tags) FORMAT RowBinary'
  const { stream } = await client.exec({ query, values: Readable.from([row]) })
  await buffer(stream)
  expect(await lines('select * from front where id = 2')).toEqual([{ id: 2, s: 'A', tags: [] }])
})

test('a repeated insert under one token is taken once; the next insert has no token', async () => {
  const insert = (settings = {}) =>
    client.insert({
      table: 'front',
      values: [{ id: 3, s: '', tags: [] }],
      format: 'JSONEachRow',
      clickhouse_settings: settings,
    })
  for (const _ of [1, 2]) await insert({ insert_deduplication_token: 'one' })
  const count = () => lines('select toUInt32(count()) as n from front where id = 3')
  expect(await count()).toEqual([{ n: 1 }])
  await insert()
  expect(await count()).toEqual([{ n: 2 }])
})

test('parameters keep their types and never become SQL', async () => {
  const query_params = { s: "O'Re\\il\nly {}", list: ["a'b", 'c\\d'], none: null }
  const query = 'select {s:String} s, {list:Array(String)} list, {none:Nullable(String)} none'
  const [row] = await (await client.query({ query, query_params, format: 'JSONEachRow' })).json()
  expect(row).toEqual(query_params)
})

test('a parameter that is not given is an error, also when an earlier query had one', async () => {
  await Promise.all(
    Array.from({ length: 8 }, () =>
      client.query({ query: 'select {p:String}', query_params: { p: '1' } }),
    ),
  )
  const bare = client.query({ query: 'select {p:String}' })
  await expect(bare).rejects.toMatchObject({ code: '456' })
})

test('errors carry the code and type of the engine', async () => {
  const query = 'select * from nowhere'
  await expect(client.query({ query })).rejects.toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' })
})

test('a query that fails midway leaves nothing in front of the next answers', async () => {
  const query = 'select throwIf(number = 700000), number from numbers(2000000)'
  await expect(client.query({ query, format: 'JSONEachRow' })).rejects.toThrow()
  const answers = await Promise.all(Array.from({ length: 8 }, () => lines('select 1 as one')))
  expect(answers.flat()).toEqual(Array.from({ length: 8 }, () => ({ one: 1 })))
})

test('an aborted query is killed in the engine', async () => {
  const abort = new AbortController()
  const query = 'select sleepEachRow(1) from numbers(100) settings max_block_size = 1'
  const sleeping = client.query({ query, abort_signal: abort.signal })
  const running = () =>
    lines("select query from system.processes where query like '%sleepEach%numbers%'")
  await expect.poll(async () => (await running()).length).toBeGreaterThan(1)
  abort.abort()
  await expect(sleeping).rejects.toThrow('abort')
  // The question itself is what is left.
  await expect.poll(async () => (await running()).length, { timeout: 5000 }).toBe(1)
})

test('a big result streams, and Parquet is Parquet', async () => {
  const query = 'select number from numbers(100000)'
  let rows = 0
  const result = await client.query({ query, format: 'JSONEachRow' })
  for await (const part of result.stream()) rows += part.length
  const parquet = await client.exec({ query: `${query} format Parquet` })
  const magic = (await buffer(parquet.stream)).subarray(0, 4).toString()
  expect([rows, magic]).toEqual([100_000, 'PAR1'])
})
