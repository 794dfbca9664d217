import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPool } from '../../adapters/postgres/pool.ts'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import { isRetriable } from '../../core/fault.ts'
import type { Sink } from '../../core/ports/sink.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { aScore } from '../builders/a-score.ts'
import { aBatch, anApplication, type Ids, NOON_MS, received } from '../builders/landing-events.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

let database: TestDatabase
let sink: Sink
let one: Ids
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  sink = openSink()
  one = anApplication(randomUUID())
})

const openSink = (pool = database.landing) =>
  postgresSink({ pool, generation: 1, rows: postgresRows, clock: () => NOON_MS + 5000 })

/** Each test has a partition of its own. */
let lastPartition = 0
async function claimed(signal: AbortSignal) {
  const partition = ++lastPartition
  const [claim] = await sink.claim([{ topic: 'scores', partition }], signal)
  return { partition, epoch: claim!.epoch }
}

async function scores(tenantId: string) {
  const { rows } = await database.landing.query(
    `SELECT application_id, revision::int, event_id, position::int, xmin::text, xmax::text FROM score
     WHERE tenant_id = $1 ORDER BY application_id`,
    [tenantId],
  )
  return rows
}

const ledgerNext = async (partition: number) => {
  const text = `SELECT next_offset::int FROM ledger WHERE topic = 'scores' AND partition = $1`
  return (await database.landing.query(text, [partition])).rows[0]?.next_offset
}

const scoreOf = (ids: Ids, revision: number, fields = {}) =>
  aScore({ ...pick(ids), revision, eventId: randomUUID(), ...fields })
const pick = ({ tenantId, applicationId, candidateId, jobId }: Ids) => {
  return { tenantId, applicationId, candidateId, jobId }
}

test('a claim says where to read on, and each raises the epoch', async ({ signal }) => {
  const place = [{ topic: 'scores' as const, partition: ++lastPartition }]
  const [first] = await sink.claim(place, signal)
  expect(first).toEqual({ ...place[0], next: 0, epoch: 1 })
  await sink.write(aBatch('scores', [scoreOf(one, 1)], { partition: lastPartition }), signal)
  expect(await sink.claim(place, signal)).toEqual([{ ...place[0], next: 1, epoch: 2 }])
})

test('a batch written twice lands once', async ({ signal }) => {
  const place = await claimed(signal)
  const batch = aBatch('scores', [scoreOf(one, 1), scoreOf(one, 2)], place)
  await sink.write(batch, signal)
  const before = await scores(one.tenantId)
  await sink.write(batch, signal)
  expect(await scores(one.tenantId)).toEqual(before)
  expect(before).toMatchObject([{ revision: 2 }])
  expect(await ledgerNext(place.partition)).toBe(2)
})

test('an older piece of the log that comes again does not move the ledger back', async ({
  signal,
}) => {
  const place = await claimed(signal)
  await sink.write(aBatch('scores', [scoreOf(one, 1), scoreOf(one, 2)], place), signal)
  await sink.write(aBatch('scores', [scoreOf(one, 1)], place), signal)
  expect(await ledgerNext(place.partition)).toBe(2)
})

test('a former holder is refused, and leaves nothing behind', async ({ signal }) => {
  const place = await claimed(signal)
  await sink.claim([{ topic: 'scores', partition: place.partition }], signal)
  const late = sink.write(aBatch('scores', [scoreOf(one, 1)], place), signal)
  await expect(late).rejects.toThrow('landing.fenced')
  expect(await scores(one.tenantId)).toEqual([])
  expect(await ledgerNext(place.partition)).toBe(0)
})

test('a partition that nobody claimed takes nothing', async ({ signal }) => {
  const batch = aBatch('scores', [scoreOf(one, 1)], { partition: ++lastPartition })
  await expect(sink.write(batch, signal)).rejects.toThrow('landing.fenced')
})

test('what overlaps with the landed is passed over, the rest lands', async ({ signal }) => {
  const place = await claimed(signal)
  const two = anApplication(one.tenantId)
  await sink.write(aBatch('scores', [scoreOf(one, 1), scoreOf(one, 2)], place), signal)
  // Offset 1 again, as no log would say it: only the ledger can know that it is done.
  const overlapping = [scoreOf(one, 9), scoreOf(two, 1)]
  await sink.write(aBatch('scores', overlapping, { ...place, from: 1 }), signal)
  const found = await scores(one.tenantId)
  expect(new Map(found.map((row) => [row.application_id, row.revision]))).toEqual(
    new Map([
      [one.applicationId, 2],
      [two.applicationId, 1],
    ]),
  )
})

test('an older revision that comes later changes nothing', async ({ signal }) => {
  const place = await claimed(signal)
  await sink.write(aBatch('scores', [scoreOf(one, 5)], place), signal)
  await sink.write(aBatch('scores', [scoreOf(one, 4)], { ...place, from: 1 }), signal)
  expect(await scores(one.tenantId)).toMatchObject([{ revision: 5 }])
})

test('a repeated event writes no row again; another event of its revision does', async ({
  signal,
}) => {
  const place = await claimed(signal)
  const score = scoreOf(one, 1)
  await sink.write(aBatch('scores', [score], place), signal)
  const before = await scores(one.tenantId)
  await sink.write(aBatch('scores', [score], { ...place, from: 1 }), signal)
  expect(await scores(one.tenantId)).toEqual(before)
  await sink.write(aBatch('scores', [scoreOf(one, 1)], { ...place, from: 2 }), signal)
  expect(await scores(one.tenantId)).toMatchObject([{ position: 2 }])
})

test('scores of another generation are passed over, and the ledger moves', async ({ signal }) => {
  const place = await claimed(signal)
  await sink.write(aBatch('scores', [scoreOf(one, 1, { generation: 2 })], place), signal)
  expect(await scores(one.tenantId)).toEqual([])
  expect(await ledgerNext(place.partition)).toBe(1)
})

test('a batch of nothing but parked records moves the ledger', async ({ signal }) => {
  const place = await claimed(signal)
  await sink.write({ ...aBatch('scores', [], place), next: 3 }, signal)
  expect(await ledgerNext(place.partition)).toBe(3)
})

for (const [why, broken] of [
  ['a key too long for any index', () => anApplication(one.tenantId, incompressible(9000))],
  ['a text that holds a NUL', () => anApplication(one.tenantId, 'a\u0000b')],
  ['an id that is not its own', () => ({ ...anApplication(one.tenantId), externalId: 'taken' })],
] as const) {
  test(`${why}: the event is named by its offset, and nothing of its batch lands`, async ({
    signal,
  }) => {
    const place = { partition: ++lastPartition }
    await sink.claim([{ topic: 'applications', ...place }], signal)
    const taken = received(anApplication(one.tenantId, 'taken'))
    const others = Array.from({ length: 5 }, () => received(anApplication(one.tenantId)))
    const batch = aBatch('applications', [taken, ...others, received(broken()), ...others], place)
    await expect(sink.write(batch, signal)).rejects.toThrow(/database\.refused: offset 6: /)
    expect(await applications(one.tenantId)).toBe(0)
    const rest = batch.events.filter(({ offset }) => offset !== 6)
    await sink.write({ ...batch, events: rest }, signal)
    expect(await applications(one.tenantId)).toBe(6)
  })
}

async function applications(tenantId: string): Promise<number> {
  const text = 'SELECT count(*)::int AS n FROM application WHERE tenant_id = $1'
  return (await database.landing.query(text, [tenantId])).rows[0].n
}

const incompressible = (length: number) =>
  Array.from({ length: length / 36 }, () => randomUUID()).join('')

test('a refusal says nothing of the row', async ({ signal }) => {
  await sink.claim([{ topic: 'applications', partition: ++lastPartition }], signal)
  const secret = { ...anApplication(one.tenantId), externalId: 'secret-name' }
  const events = [received(anApplication(one.tenantId, 'secret-name')), received(secret)]
  const batch = aBatch('applications', events, { partition: lastPartition })
  const fault = await sink.write(batch, signal).catch((error) => error)
  expect(fault.message).toContain('offset 1: SQLSTATE 23505')
  expect(`${fault.message} ${fault.cause?.message} ${fault.cause?.detail}`).not.toContain('secret')
})

test('a database that is away is worth another try', async ({ signal }) => {
  const away = openPool({ url: 'postgres://x:y@127.0.0.1:9/none', max: 1, applicationName: 'test' })
  const error = await openSink(away)
    .claim([{ topic: 'scores', partition: 0 }], signal)
    .catch((fault) => fault)
  expect(isRetriable(error)).toBe(true)
  await away.end()
})

test('a connection lost in the middle is worth another try, which lands all', async ({
  signal,
}) => {
  const place = await claimed(signal)
  const batch = aBatch(
    'scores',
    Array.from({ length: 3000 }, () => scoreOf(anApplication(one.tenantId), 1)),
    place,
  )
  const lock = await database.landing.connect()
  await lock.query('BEGIN')
  await lock.query(`SELECT FROM ledger WHERE topic = 'scores' AND partition = $1 FOR UPDATE`, [
    place.partition,
  ])
  const writing = sink.write(batch, signal).catch((fault) => fault)
  await waitingBackendKilled(database)
  await lock.query('ROLLBACK')
  lock.release()
  expect(isRetriable(await writing)).toBe(true)
  await sink.write(batch, signal)
  expect(await scores(one.tenantId)).toHaveLength(3000)
})

/** Ends the backend that waits for the ledger's row, as a crash of the server would. */
async function waitingBackendKilled({ landing }: TestDatabase): Promise<void> {
  const text = `SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  const killed = async () => (await landing.query(text)).rowCount
  await expect.poll(killed, { timeout: 20_000 }).toBeGreaterThan(0)
}
