import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import { postgresWatermarks } from '../../adapters/postgres/postgres-watermarks.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { aBatch, aJob, anApplication, NOON_MS } from '../builders/landing-events.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const TENANT = '11111111-1111-4111-8111-111111111111'
const LATER = NOON_MS + 60_000

test('a store is complete to where its slowest partition is', async ({ signal }) => {
  const { landing: pool, app } = database
  const sink = postgresSink({ pool, generation: 1, rows: postgresRows, clock: () => LATER })
  const read = async () => (await postgresWatermarks(app).read(1, signal))[0]
  const [jobs, scores] = [
    { topic: 'jobs', partition: 0 },
    { topic: 'scores', partition: 0 },
  ] as const
  expect(await read()).toBeUndefined()
  await sink.claim([jobs, scores], signal)
  expect(await read()).toEqual({ store: 'postgres', completeTo: null, behind: 0 })
  const batch = aBatch('jobs', [aJob(anApplication(TENANT))])
  await sink.write({ ...batch, end: 5 }, signal)
  await sink.caughtUp?.({ ...scores, end: 0 }, signal)
  expect(await read()).toEqual({ store: 'postgres', completeTo: NOON_MS, behind: 4 })
  await sink.caughtUp?.({ ...jobs, end: 5 }, signal) // It is not: it has landed one of five.
  expect(await read()).toEqual({ store: 'postgres', completeTo: NOON_MS, behind: 4 })
  await sink.write({ ...batch, from: 1, next: 5, end: 5, events: [] }, signal)
  await sink.caughtUp?.({ ...jobs, end: 5 }, signal)
  expect(await read()).toEqual({ store: 'postgres', completeTo: LATER, behind: 0 })
})

test('a store without a ledger of its own is noted, and never moves back', async ({ signal }) => {
  const watermarks = postgresWatermarks(database.landing)
  const place = { store: 'milvus', generation: 1, topic: 'embeddings', partition: 0 } as const
  await watermarks.note([{ ...place, next: 5, end: 9, completeTo: LATER }], signal)
  await watermarks.note([{ ...place, next: 3, end: 9, completeTo: NOON_MS }], signal)
  const found = await watermarks.read(1, signal)
  expect(found).toContainEqual({ store: 'milvus', completeTo: LATER, behind: 4 })
  expect(await watermarks.read(2, signal)).not.toContainEqual(
    expect.objectContaining({ store: 'milvus' }),
  )
})
