import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aScore } from '../builders/a-score.ts'
import {
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
import { type Land, landingInto } from './land.ts'

let database: TestDatabase
let land: Land
let one: Ids
beforeAll(async () => {
  database = await openTestDatabase()
  land = landingInto(database)
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  one = anApplication(randomUUID())
})

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
    'an older withdrawal comes again',
    [
      [3, null],
      [1, null],
      [2, 'screened'],
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

test('an older profile from elsewhere in the log changes nothing', async () => {
  await land('profiles', aProfile(one, { skills: ['Go'] }))
  await land('profiles', aProfile(one))
  const elsewhere = landingInto(database, { partition: 1 })
  await elsewhere('profiles', aProfile(one, { skills: ['Perl'] }))
  expect(await skills()).toEqual(['java', 'machine learning'])
  expect((await row('profile', one, 'position::int')).position).toBeGreaterThan(0)
})

test('of two profiles in one batch the later counts', async () => {
  await land('profiles', aProfile(one), aProfile(one, { skills: ['Go'] }))
  expect(await skills()).toEqual(['go'])
})

test('a newer score that another writer commits meanwhile is not overwritten', async () => {
  const other = await database.landing.connect()
  await other.query('BEGIN')
  await other.query(`INSERT INTO score SELECT * FROM json_populate_record(NULL::score, $1)`, [
    JSON.stringify(aRow(9)),
  ])
  const writing = land('scores', aScore({ ...pick(one), revision: 5 }))
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND wait_event_type = 'Lock'`
  const waits = async () => (await database.landing.query(waiting)).rowCount
  await expect.poll(waits, { timeout: 20_000 }).toBeGreaterThan(0)
  await other.query('COMMIT')
  other.release()
  await writing
  expect(await row('score', one, 'revision::int')).toEqual({ revision: 9 })
})

/** A score as another writer would insert it. */
const aRow = (revision: number) => ({
  tenant_id: one.tenantId,
  generation: 1,
  application_id: one.applicationId,
  candidate_id: one.candidateId,
  job_id: one.jobId,
  event_id: randomUUID(),
  profile_id: randomUUID(),
  revision,
  position: 0,
  job_version: 1,
  scored_at: new Date(NOON),
  applied_at: new Date(NOON),
  minus_overall: -50,
  band_rank: 1,
  judged: false,
  explanation: '{}',
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
