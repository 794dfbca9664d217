import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { jobId } from '../../core/ids.ts'
import type { RankingQuery } from '../../core/ports/ranking-reader.ts'
import { APPLICATION, aRankedApplication, JOB } from '../../test/builders/a-ranked-application.ts'
import {
  aKey,
  anApiKey,
  aServing,
  bearer,
  misfits,
  someApiKeys,
  TENANT,
} from '../../test/builders/a-serving.ts'
import { RankedPage } from './ranked-candidates.ts'

const next = {
  after: 'scored',
  bandRank: 0,
  minusOverall: -73.5,
  applicationId: APPLICATION,
} as const

function rankings(entries = [aRankedApplication()]) {
  const asked: RankingQuery[] = []
  const page = async (query: RankingQuery) => {
    asked.push(query)
    return { entries, next: query.cursor === null ? next : null }
  }
  return { asked, rankings: { page } }
}
const headers = bearer(aKey())

test('an entry says band, number, why, who, and what it is complete to', async () => {
  const { app } = await aServing(rankings())
  const answer = await app.inject({ url: `/v1/jobs/${JOB}/candidates`, headers })
  equal(answer.statusCode, 200)
  const page = answer.json()
  deepEqual(misfits(RankedPage, page), [])
  const [first] = page.candidates
  deepEqual(
    [first.band, first.overall, first.name, first.email],
    ['strong', 73.5, 'Ada Made-Up', 'a***@example.com'],
  )
  deepEqual(
    first.requirements.map((one: { result: string; quote: string }) => [one.result, one.quote]),
    [
      ['met', 'Python for 4 years'],
      ['not_met', null],
    ],
  )
  equal(page.generation, 1)
  deepEqual(page.completeTo, [{ store: 'postgres', asOf: '2026-03-01T00:00:00.000Z', behind: 0 }])
})

test('a key that may not read candidates sees no name, no address, no quote', async () => {
  const apiKeys = someApiKeys({ [aKey()]: anApiKey({ scopes: ['read:applications'] }) })
  const { app } = await aServing({ ...rankings(), apiKeys })
  const answer = await app.inject({ url: `/v1/jobs/${JOB}/candidates`, headers })
  equal(answer.json().candidates[0].name, null)
  ok(
    !answer.body.includes('Ada') &&
      !answer.body.includes('example.com') &&
      !answer.body.includes('for 4 years'),
  )
})

test('the job is found by the id that the source gave it', async () => {
  const given = rankings()
  const { app } = await aServing(given)
  await app.inject({ url: '/v1/jobs/greenhouse:job:7/candidates', headers })
  equal(given.asked[0]?.jobId, jobId(TENANT, 'greenhouse', 'job:7'))
  equal(given.asked[0]?.tenantId, TENANT)
})

test('pages follow by a cursor that opens for its own list alone', async () => {
  const given = rankings()
  const { app } = await aServing(given)
  const url = `/v1/jobs/${JOB}/candidates`
  const { nextCursor } = (await app.inject({ url, headers })).json()
  const second = await app.inject({ url, headers, query: { cursor: nextCursor } })
  equal(second.json().nextCursor, null)
  deepEqual(given.asked[1]?.cursor, next)
  const elsewhere = `/v1/jobs/${APPLICATION}/candidates`
  const changed = `${nextCursor.slice(0, -2)}AA`
  for (const [at, cursor] of [
    [elsewhere, nextCursor],
    [url, changed],
    [url, 'x'],
  ] as const) {
    const refused = await app.inject({ url: at, headers, query: { cursor } })
    deepEqual([refused.statusCode, refused.json().code], [400, 'cursor.invalid'])
  }
})

test('only the asked fields, and always the id', async () => {
  const { app } = await aServing(rankings())
  const answer = await app.inject({
    url: `/v1/jobs/${JOB}/candidates?fields=band,overall`,
    headers,
  })
  deepEqual(Object.keys(answer.json().candidates[0]), ['applicationId', 'band', 'overall'])
})

test('no score yet: unscored, with nulls and never a number', async () => {
  const { app } = await aServing(
    rankings([aRankedApplication({ score: null, sealedContact: null })]),
  )
  const page = (await app.inject({ url: `/v1/jobs/${JOB}/candidates`, headers })).json()
  deepEqual(misfits(RankedPage, page), [])
  deepEqual([page.candidates[0].band, page.candidates[0].overall], ['unscored', null])
})

test('a name that does not open is hidden, the list stands', async () => {
  const damaged = aRankedApplication({ sealedContact: Buffer.from('damaged') })
  const { app } = await aServing(rankings([damaged]))
  const answer = await app.inject({ url: `/v1/jobs/${JOB}/candidates`, headers })
  deepEqual([answer.statusCode, answer.json().candidates[0].name], [200, null])
})
