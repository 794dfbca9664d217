import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { applicationId } from '../../core/ids.ts'
import type { ApplicationStatus } from '../../core/ports/application-reader.ts'
import { aLandedScore, aRankedApplication } from '../../test/builders/a-ranked-application.ts'
import { aKey, aServing, bearer, misfits, NOW, TENANT } from '../../test/builders/a-serving.ts'
import { ApplicationPassport } from './application-status.ts'

const notice = {
  processor: 'scoring',
  topic: 'embeddings',
  partition: 0,
  offset: 7,
  reason: 'job_unknown',
  detail: 'j-1',
  attempt: 3,
  parkedAt: NOW,
}
const profile = {
  profileId: '77777777-7777-4777-8777-777777777777',
  outcome: 'parsed',
  reason: null,
  parserVersion: '1',
  confidence: 0.9,
  warnings: [{ code: 'hidden_text', detail: null }],
  language: 'en',
  pages: 1,
  sealedProfile: null,
} as const

function aStatus(fields: Partial<ApplicationStatus> = {}): ApplicationStatus {
  const summary = aRankedApplication()
  const always = { received: true, candidateStatus: 'active', history: [], parked: [] } as const
  return { ...always, summary, profile, ...fields }
}

async function ask(status: ApplicationStatus | null) {
  const asked: string[] = []
  const byId = async (query: { applicationId: string }) => {
    asked.push(query.applicationId)
    return status
  }
  const { app } = await aServing({ applications: { byId } })
  const url = '/v1/sources/greenhouse/applications/a-1'
  const answer = await app.inject({ url, headers: bearer(aKey()) })
  return { answer, body: answer.json(), asked }
}
type Step = { processor: string; state: string; attempts: number | null; detail: string | null }
const states = (body: { processors: Step[] }) =>
  Object.fromEntries(body.processors.map(({ processor, state }) => [processor, state]))

test('all the way: each step done, found by their own id', async () => {
  const { answer, body, asked } = await ask(aStatus())
  equal(answer.statusCode, 200)
  deepEqual(misfits(ApplicationPassport, body), [])
  deepEqual(asked, [applicationId(TENANT, 'greenhouse', 'a-1')])
  deepEqual(states(body), {
    intake: 'done',
    parsing: 'done',
    embedding: 'done',
    scoring: 'done',
    'landing-postgres': 'done',
  })
  deepEqual(body.flags, ['hidden_text'])
  ok(!answer.body.includes('Ada'))
})

test('parked at scoring: where, why and how often it was tried', async () => {
  const summary = aRankedApplication({ score: null })
  const { body } = await ask(aStatus({ summary, parked: [notice] }))
  deepEqual(misfits(ApplicationPassport, body), [])
  const scoring = body.processors.find(({ processor }: Step) => processor === 'scoring')
  deepEqual([scoring.state, scoring.attempts, scoring.detail], ['parked', 3, 'job_unknown: j-1'])
  ok(body.flags.includes('parked'))
})

test('just received: the rest waits', async () => {
  const summary = aRankedApplication({ score: null })
  const { body } = await ask(aStatus({ summary, profile: null }))
  const { intake, parsing, scoring } = states(body)
  deepEqual([intake, parsing, scoring], ['done', 'waiting', 'waiting'])
})

test('a missing component is degraded and named; one that the job never asked for is not', async () => {
  const missing = [{ component: 'culture', reason: 'judge_unavailable' }]
  const summary = aRankedApplication({ score: aLandedScore({ missing, band: 'provisional' }) })
  const { body } = await ask(aStatus({ summary }))
  const scoring = body.processors.find(({ processor }: Step) => processor === 'scoring')
  deepEqual(scoring.state, 'degraded')
  ok(scoring.detail.includes('culture: judge_unavailable'))
})

test('never sent: 404', async () => {
  const { answer, body } = await ask(null)
  deepEqual([answer.statusCode, body.code], [404, 'application.unknown'])
})
