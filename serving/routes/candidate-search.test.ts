import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import type { VectorIndex, VectorQuery } from '../../core/ports/vector-index.ts'
import { aRankedApplication, CANDIDATE, JOB } from '../../test/builders/a-ranked-application.ts'
import { aKey, aServing, bearer, misfits, TENANT } from '../../test/builders/a-serving.ts'
import { SearchPage } from './candidate-search.ts'

const ADA = aRankedApplication()
const BOB = aRankedApplication({
  applicationId: '88888888-8888-4888-8888-888888888888',
  candidateId: '99999999-9999-4999-8999-999999999999',
  skills: ['Java'],
  sealedContact: null,
})
const TWICE = aRankedApplication({ applicationId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' })
const ALL = [ADA, BOB, TWICE]

const search = {
  keyword: async () => [{ application: ADA, matched: ['python'] }],
  recent: async () => [BOB],
  byIds: async ({ applicationIds }: { applicationIds: readonly string[] }) =>
    ALL.filter((one) => applicationIds.includes(one.applicationId)),
}
const embedder = { model: 'm', dimension: 2, embed: async () => [[Float32Array.of(1, 0)]] }
const asked: VectorQuery[] = []
const index = {
  search: async (query: VectorQuery) => {
    asked.push(query)
    return [hit(BOB, 0.9), hit(TWICE, 0.8), hit(ADA, 0.7)]
  },
} as Partial<VectorIndex> as VectorIndex
const hit = ({ applicationId, candidateId, jobId }: typeof ADA, similarity: number) => ({
  applicationId,
  candidateId,
  jobId,
  similarity,
})
const find = async (query: Record<string, string | string[]>, deps = {}) => {
  const { app } = await aServing({ search, embedder, vectorsOf: () => index, ...deps })
  const answer = await app.inject({ url: '/v1/candidates/search', query, headers: bearer(aKey()) })
  const page = answer.json()
  if (answer.statusCode === 200) {
    deepEqual(misfits(SearchPage, page), [])
  }
  return {
    answer,
    page,
    ids: page.candidates?.map((one: { candidateId: string }) => one.candidateId),
  }
}

test('words and meaning fused, one entry a candidate, inside the tenant', async () => {
  const { page, ids } = await find({ q: 'python' })
  deepEqual([page.mode, page.degraded], ['fused', []])
  deepEqual(ids, [BOB.candidateId, CANDIDATE])
  // 0.7 x 0.9 + 0.05 for a fresh application
  equal(page.candidates[0].rank, 0.68)
  equal(asked.at(-1)?.tenantId, TENANT)
})

test('a must-have that is missing costs 0.3', async () => {
  const { page, ids } = await find({ q: 'python', must: 'sql' })
  deepEqual(ids, [CANDIDATE, BOB.candidateId])
  deepEqual(page.candidates[1].reasons.mustHavesMissing, ['sql'])
  equal(page.candidates[1].rank, 0.38)
})

for (const [because, deps, degraded] of [
  ['no model', { embedder: null }, 'embedder.unavailable'],
  ['no vector store', { vectorsOf: null }, 'vector_index.unavailable'],
  [
    'the vector store is away',
    {
      vectorsOf: () => ({
        search: () => Promise.reject(new Fault('vector_index.unavailable', 'x')),
      }),
    },
    'vector_index.unavailable',
  ],
] as const) {
  test(`${because}: by words alone, and it says so`, async () => {
    const { page, ids } = await find({ q: 'python' }, deps)
    deepEqual([page.mode, page.degraded, ids], ['keyword', [degraded], [CANDIDATE]])
  })
}

test('meaning is away and no word fits: the newest, and it says so', async () => {
  const deps = { embedder: null, search: { ...search, keyword: async () => [] } }
  const { page, ids } = await find({ q: 'cobol' }, deps)
  deepEqual(
    [page.mode, page.degraded, ids],
    ['recent', ['embedder.unavailable'], [BOB.candidateId]],
  )
})

test('for one job: only its applications are asked for', async () => {
  await find({ q: 'python', job: JOB })
  equal(asked.at(-1)?.jobId, JOB)
})

test('the store of record is away: 503, no half answer', async () => {
  const away = { ...search, keyword: () => Promise.reject(new Fault('database.unavailable', 'x')) }
  equal((await find({ q: 'python' }, { search: away })).answer.statusCode, 503)
})
