import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postgresApiKeys } from '../../adapters/postgres/postgres-api-keys.ts'
import { postgresApplicationReader } from '../../adapters/postgres/postgres-application-reader.ts'
import { postgresCandidateSearch } from '../../adapters/postgres/postgres-candidate-search.ts'
import { postgresGenerations } from '../../adapters/postgres/postgres-generations.ts'
import { postgresJobReader } from '../../adapters/postgres/postgres-job-reader.ts'
import { postgresRankingReader } from '../../adapters/postgres/postgres-ranking-reader.ts'
import type { ApplicationScored } from '../../core/events/events.generated.ts'
import type { RankingCursor } from '../../core/ports/ranking-reader.ts'
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
} from '../builders/landing-events.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'
import { type Land, landingInto } from './land.ts'

let database: TestDatabase
let land: Land
let tenantId: string
beforeAll(async () => {
  database = await openTestDatabase()
  land = landingInto(database)
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  tenantId = randomUUID()
})

const signal = () => AbortSignal.timeout(30_000)

const scoreOf = (ids: Ids, fields: Partial<ApplicationScored> = {}) =>
  aScore({
    tenantId: ids.tenantId,
    applicationId: ids.applicationId,
    candidateId: ids.candidateId,
    jobId: ids.jobId,
    eventId: randomUUID(),
    ...fields,
  })

async function wholeRanking(jobId: string, limit: number, of = tenantId) {
  const ranking = postgresRankingReader(database.app)
  const ids: string[] = []
  let cursor: RankingCursor | null = null
  do {
    const query = { tenantId: of, jobId, generation: 1, limit, cursor }
    const page = await ranking.page(query, signal())
    ids.push(...page.entries.map(({ applicationId }) => applicationId))
    cursor = page.next
  } while (cursor)
  return ids
}

/** Bands out of order, equal scores, a zero, one without a score, in random order. */
async function aJobWithApplications() {
  const grades = [
    ['good', 80],
    ['strong', 75],
    ['strong', 75],
    ['weak', 0],
    ['possible', 99.5],
    ['good', 60.25],
    ['provisional', 90],
    ['unscored', null],
  ] as const
  const scored = grades.map(([band, overall]) => ({ ids: anApplication(tenantId), band, overall }))
  const waiting = [anApplication(tenantId), anApplication(tenantId)]
  await land('scores', ...scored.map(({ ids, ...grade }) => scoreOf(ids, grade)))
  await land(
    'applications',
    ...[...scored.map(({ ids }) => ids), ...waiting].map((ids) => received(ids)),
  )
  return { scored, waiting, jobId: waiting[0]!.jobId }
}

const BANDS = ['strong', 'good', 'possible', 'weak', 'provisional', 'unscored']

test('ranked by band, then score, then id; without a score last; the same in pages of any size', async () => {
  const { scored, waiting, jobId } = await aJobWithApplications()
  const byRank = [...scored].sort(
    (a, b) =>
      BANDS.indexOf(a.band) - BANDS.indexOf(b.band) ||
      (b.overall ?? -1) - (a.overall ?? -1) ||
      (a.ids.applicationId < b.ids.applicationId ? -1 : 1),
  )
  const expected = [
    ...byRank.map(({ ids }) => ids.applicationId),
    ...waiting.map(({ applicationId }) => applicationId).sort(),
  ]
  for (const limit of [1, 2, 3, 8, 9, 100])
    expect(await wholeRanking(jobId, limit)).toEqual(expected)
  expect(await wholeRanking(jobId, 5, randomUUID())).toEqual([])
})

test('the erased are in no list', async () => {
  const { scored, waiting, jobId } = await aJobWithApplications()
  const gone = [scored[1]!.ids, waiting[0]!]
  await land('candidates', ...gone.map((ids) => aCandidate(ids, { version: 2, status: 'erased' })))
  const search = postgresCandidateSearch(database.app)
  const all = { tenantId, generation: 1, limit: 100, jobId: null }
  const applicationIds = [...scored.map(({ ids }) => ids), ...waiting].map(
    (ids) => ids.applicationId,
  )
  const lists = [
    await wholeRanking(jobId, 3),
    (await search.recent(all, signal())).map((found) => found.applicationId),
    (await search.byIds({ ...all, applicationIds }, signal())).map((found) => found.applicationId),
  ]
  for (const list of lists) {
    expect(list).toHaveLength(8)
    for (const ids of gone) expect(list).not.toContain(ids.applicationId)
  }
})

test('an entry holds the score as it was judged, and what its profile says', async () => {
  const ids = anApplication(tenantId)
  const score = scoreOf(ids, { overall: 0, kind: 'judged' })
  await land('scores', score)
  await land('profiles', aProfile(ids))
  await land('applications', received(ids))
  const query = { tenantId, jobId: ids.jobId, generation: 1, limit: 1, cursor: null }
  const { entries } = await postgresRankingReader(database.app).page(query, signal())
  const { eventId, sealedEvidence, causeId, appliedAt, generation, ...rest } = score
  const { tenantId: _t, applicationId: _a, candidateId: _c, jobId: _j, ...judged } = rest
  expect(entries[0]!.score).toEqual({
    ...judged,
    scoreId: eventId,
    sealedEvidence: expect.anything(),
  })
  expect(Object.is(entries[0]!.score!.overall, 0)).toBe(true)
  expect(Buffer.from(sealedEvidence!).equals(entries[0]!.score!.sealedEvidence!)).toBe(true)
  expect(entries[0]).toMatchObject({
    ...{ applicationId: ids.applicationId, candidateId: ids.candidateId, stage: 'applied' },
    ...{ skills: ['Java', 'Machine Learning'], yearsOfExperience: 4.5, appliedAt: NOON_MS },
    profileOutcome: 'parsed',
  })
})

test('where is it: all that has landed, in whatever order', async () => {
  const reader = postgresApplicationReader(database.app)
  const ids = anApplication(tenantId)
  const where = () =>
    reader.byId({ tenantId, applicationId: ids.applicationId, generation: 1 }, signal())
  expect(await where()).toBeNull()
  await land('parked', aParked(ids))
  expect(await where()).toMatchObject({
    received: false,
    parked: [{ reason: 'document_missing', attempt: 1, topic: 'applications', offset: 7 }],
  })
  await land('applications', moved(ids, 'screened', NOON_MS))
  await land('profiles', aProfile(ids))
  await land('scores', scoreOf(ids, { revision: 3 }))
  await land('applications', received(ids))
  await land('candidates', aCandidate(ids))
  expect(await where()).toMatchObject({
    received: true,
    candidateStatus: 'active',
    history: [{ to: 'screened', by: 'u1', occurredAt: NOON_MS }],
    profile: { outcome: 'parsed', pages: 2, warnings: [{ code: 'hidden_text' }] },
    summary: { stage: 'screened', score: { revision: 3 } },
  })
  const others = { tenantId: randomUUID(), applicationId: ids.applicationId, generation: 1 }
  expect(await reader.byId(others, signal())).toBeNull()
})

test('a job is read as it landed', async () => {
  const ids = anApplication(tenantId)
  const job = aJob(ids)
  await land('jobs', job)
  const { eventId, causeId, tenantId: _, ...landed } = job
  const jobs = postgresJobReader(database.app)
  expect(await jobs.byId(tenantId, ids.jobId, signal())).toEqual(landed)
  expect(await jobs.list(tenantId, signal())).toEqual([landed])
  expect(await jobs.byId(randomUUID(), ids.jobId, signal())).toBeNull()
})

test('keywords find skills of one to three words in any case, most matches first', async () => {
  const [both, java, neither] = [1, 2, 3].map(() => anApplication(tenantId)) as [Ids, Ids, Ids]
  await land(
    'profiles',
    aProfile(java, { skills: ['Java'] }),
    aProfile(both),
    aProfile(neither, { skills: ['JavaScript'] }),
    aProfile(anApplication(randomUUID())),
  )
  await land('applications', received(both), received(java, { jobId: randomUUID() }))
  const search = postgresCandidateSearch(database.app)
  const scope = { tenantId, generation: 1, limit: 10, text: 'JAVA or machine learning' }
  const hits = await search.keyword({ ...scope, jobId: null }, signal())
  expect(hits.map(({ application }) => application.applicationId)).toEqual([
    both.applicationId,
    java.applicationId,
  ])
  expect([...hits[0]!.matched].sort()).toEqual(['java', 'machine learning'])
  const inJob = await search.keyword({ ...scope, jobId: both.jobId }, signal())
  expect(inJob.map(({ application }) => application.applicationId)).toEqual([both.applicationId])
})

test('the newest come first, of all jobs or of one', async () => {
  const ids = [1, 2, 3].map(() => anApplication(tenantId))
  const events = ids.map((each, nth) => {
    const event = received(each, nth === 1 ? { jobId: randomUUID() } : {})
    return {
      ...event,
      payload: { ...event.payload, appliedAt: NOON_MS + nth } as typeof event.payload,
    }
  })
  await land('applications', ...events)
  const search = postgresCandidateSearch(database.app)
  const scope = { tenantId, generation: 1, limit: 2 }
  const all = await search.recent({ ...scope, jobId: null }, signal())
  expect(all.map((found) => found.applicationId)).toEqual([
    ids[2]!.applicationId,
    ids[1]!.applicationId,
  ])
  const one = await search.recent({ ...scope, jobId: ids[0]!.jobId }, signal())
  expect(one.map((found) => found.applicationId)).toEqual([
    ids[2]!.applicationId,
    ids[0]!.applicationId,
  ])
})

test('hits of a vector search come back in their order, foreign and unknown ones left out', async () => {
  const [one, two, foreign] = [tenantId, tenantId, randomUUID()].map((of) => anApplication(of)) as [
    Ids,
    Ids,
    Ids,
  ]
  await land('applications', received(one), received(two), received(foreign))
  const asked = [two, foreign, anApplication(tenantId), one].map((ids) => ids.applicationId)
  const search = postgresCandidateSearch(database.app)
  const found = await search.byIds({ tenantId, generation: 1, applicationIds: asked }, signal())
  expect(found.map(({ applicationId }) => applicationId)).toEqual([
    two.applicationId,
    one.applicationId,
  ])
})

test('a key is found by its digest in its own tenant only, until it is revoked', async () => {
  const keys = postgresApiKeys(database.app)
  const sha256 = createHash('sha256').update(randomUUID()).digest()
  const key = {
    tenantId,
    sha256,
    prefix: 'ats_x',
    name: 'n',
    scopes: ['read:jobs'],
    expiresAt: NOON_MS,
  }
  for (const _ of [1, 2]) await keys.add(key, 'Made-up Ltd', signal())
  const { sha256: _, ...known } = key
  expect(await keys.lookup(tenantId, sha256, signal())).toEqual({
    ...known,
    tenantStatus: 'active',
  })
  expect(await keys.lookup(randomUUID(), sha256, signal())).toBeNull()
  await keys.revoke(tenantId, sha256, signal())
  expect(await keys.lookup(tenantId, sha256, signal())).toBeNull()
})

test('the first generation is active from the start', async () => {
  expect(await postgresGenerations(database.app).active(signal())).toBe(1)
})
