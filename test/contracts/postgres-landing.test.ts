import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import type { Sink } from '../../core/ports/sink.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { aScore } from '../builders/a-score.ts'
import {
  aBatch,
  aCandidate,
  aJob,
  anApplication,
  aParked,
  aProfile,
  type Ids,
  moved,
  NOON_MS,
  received,
  withdrawn,
} from '../builders/landing-events.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

let database: TestDatabase
let sink: Sink
let one: Ids
beforeAll(async () => {
  database = await openTestDatabase()
  sink = postgresSink({
    pool: database.landing,
    generation: 1,
    rows: postgresRows,
    clock: () => NOON_MS,
  })
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  one = anApplication(randomUUID())
})

/** Claims the partition anew and goes on where it is. */
async function land<T extends Topic>(topic: T, ...events: Events[T][]): Promise<void> {
  const signal = AbortSignal.timeout(60_000)
  const [claim] = await sink.claim([{ topic, partition: 0 }], signal)
  const place = { from: claim!.next!, epoch: claim!.epoch }
  await sink.write(aBatch(topic, events, place), signal)
}

async function row(table: string, ids: Ids, columns: string) {
  const key = table === 'candidate' ? 'candidate_id' : 'application_id'
  const id = table === 'candidate' ? ids.candidateId : ids.applicationId
  const text = `SELECT ${columns} FROM ${table} WHERE tenant_id = $1 AND ${key} = $2`
  return (await database.landing.query(text, [ids.tenantId, id])).rows[0]
}

const NOON = NOON_MS
const STATE = 'stage, disposition, channel'

test('a receipt repeated after a newer one is not taken for it', async () => {
  const old = received(one)
  const newer = received(one, { occurredAt: NOON + 1 })
  const payload = { ...newer.payload, channel: 'referral' } as typeof newer.payload
  await land('applications', old, { ...newer, payload })
  await land('applications', old)
  expect(await row('application', one, STATE)).toEqual({
    stage: 'applied',
    disposition: 'active',
    channel: 'referral',
  })
})

for (const [because, events, stage, disposition] of [
  [
    'moves follow the source clock',
    [
      [1, 'screened'],
      [2, 'interviewed'],
      [1, 'screened'],
    ],
    'interviewed',
    'active',
  ],
  [
    'a withdrawal leaves the stage',
    [
      [1, 'screened'],
      [2, null],
    ],
    'screened',
    'withdrawn',
  ],
  [
    'an older move comes after the withdrawal',
    [
      [2, null],
      [1, 'screened'],
    ],
    'screened',
    'withdrawn',
  ],
  [
    'a newer move takes a withdrawal back',
    [
      [1, null],
      [2, 'screened'],
    ],
    'screened',
    'active',
  ],
  [
    'a rejection ends it',
    [
      [1, 'screened'],
      [2, 'rejected'],
    ],
    'rejected',
    'rejected',
  ],
] as const) {
  const list = events.map(([at, to]) => ({ at, to }))
  const eventsOf = (ids: Ids) =>
    list.map(({ at, to }) => (to ? moved(ids, to, NOON + at) : withdrawn(ids, NOON + at)))

  test(`${because}, the receipt before all`, async () => {
    await land('applications', received(one), ...eventsOf(one))
    expect(await row('application', one, STATE)).toMatchObject({ stage, disposition })
  })

  test(`${because}, each on its own and the receipt last`, async () => {
    for (const event of eventsOf(one)) await land('applications', event)
    await land('applications', received(one))
    const found = await row('application', one, `${STATE}, candidate_id`)
    expect(found).toMatchObject({ stage, disposition, candidate_id: one.candidateId })
  })
}

test('a repeated move is one line of history', async () => {
  const move = moved(one, 'screened', NOON)
  await land('applications', received(one), move, move)
  await land('applications', move)
  const text = 'SELECT to_stage FROM stage_history WHERE tenant_id = $1'
  const { rows } = await database.landing.query(text, [one.tenantId])
  expect(rows).toEqual([{ to_stage: 'screened' }])
})

test('the highest version of a job and of a candidate counts, whenever it comes', async () => {
  await land('jobs', aJob(one, { version: 2, title: 'Head nurse' }), aJob(one, { version: 1 }))
  await land('jobs', aJob(one, { version: 1 }))
  await land('candidates', aCandidate(one, { version: 2, status: 'merged' }))
  await land('candidates', aCandidate(one))
  const text = 'SELECT title, culture_attributes FROM job WHERE tenant_id = $1'
  const { rows } = await database.landing.query(text, [one.tenantId])
  expect(rows).toEqual([{ title: 'Head nurse', culture_attributes: ['calm'] }])
  expect(await row('candidate', one, 'status')).toEqual({ status: 'merged' })
})

const skills = async () => {
  const text = 'SELECT skill FROM profile_skill WHERE tenant_id = $1 ORDER BY skill'
  return (await database.landing.query(text, [one.tenantId])).rows.map(({ skill }) => skill)
}

test('a newer profile replaces the older one and what could be searched of it', async () => {
  await land('profiles', aProfile(one))
  expect(await skills()).toEqual(['java', 'machine learning'])
  await land('profiles', aProfile(one, { skills: ['Java', 'SQL', 'sql', 'x'.repeat(200)] }))
  expect(await skills()).toEqual(['java', 'sql'])
  expect((await row('profile', one, 'skills')).skills).toHaveLength(4)
})

test('of two profiles in one batch the later counts', async () => {
  await land('profiles', aProfile(one), aProfile(one, { skills: ['Go'] }))
  expect(await skills()).toEqual(['go'])
})

const erased = () => aCandidate(one, { version: 2, status: 'erased', sealed: null })
const anyScore = () => aScore({ ...pick(one), eventId: randomUUID() })
const pick = ({ tenantId, applicationId, candidateId, jobId }: Ids) => {
  return { tenantId, applicationId, candidateId, jobId }
}

async function nothingSealedIsLeft() {
  expect(await row('candidate', one, 'status, sealed')).toEqual({ status: 'erased', sealed: null })
  expect(await row('application', one, 'sealed')).toEqual({ sealed: null })
  expect(await row('profile', one, 'sealed')).toEqual({ sealed: null })
  expect(await row('score', one, 'sealed_evidence')).toEqual({ sealed_evidence: null })
}

test('erasure sweeps what is sealed from every table', async () => {
  const other = anApplication(one.tenantId)
  await land('candidates', aCandidate(one), aCandidate(other))
  await land('applications', received(one), received(other))
  await land('profiles', aProfile(one), aProfile(other))
  await land('scores', anyScore())
  expect((await row('score', one, 'sealed_evidence')).sealed_evidence).not.toBeNull()
  await land('candidates', erased())
  await nothingSealedIsLeft()
  expect((await row('profile', other, 'sealed')).sealed).not.toBeNull()
  expect((await row('candidate', other, 'sealed')).sealed).not.toBeNull()
})

test('what lands after the erasure lands without anything sealed', async () => {
  await land('candidates', erased())
  await land('applications', received(one))
  await land('profiles', aProfile(one))
  await land('scores', anyScore())
  await nothingSealedIsLeft()
})

test('nobody comes back from erasure', async () => {
  await land('candidates', erased())
  await land('candidates', aCandidate(one, { version: 3 }))
  expect(await row('candidate', one, 'status, sealed')).toEqual({ status: 'erased', sealed: null })
})

test('a parked record is noted once, with its newest attempt and none of its bytes', async () => {
  const parked = aParked(one)
  const again = { ...parked, attempt: 2, reason: 'bug' }
  await land('parked', parked, again, parked, aParked(one, { tenantId: null }))
  await land('parked', parked)
  const text = 'SELECT reason, attempt, subject FROM parked WHERE tenant_id = $1'
  const { rows } = await database.landing.query(text, [one.tenantId])
  expect(rows).toEqual([{ reason: 'bug', attempt: 2, subject: one.applicationId }])
})
