import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { memoryEmbedder } from '../../adapters/memory/memory-embedder.ts'
import { memoryJobView } from '../../adapters/memory/memory-job-view.ts'
import { memoryKeyStore } from '../../adapters/memory/memory-key-store.ts'
import { vectorBytes } from '../../core/domain/vector-bytes.ts'
import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import type { Evidence } from '../../core/scoring/evidence.ts'
import { unsealJson } from '../../core/security/sealing.ts'
import { aJobVersion, TENANT } from '../../test/builders/a-job-event.ts'
import { RESUME_TEXT } from '../../test/builders/a-resume.ts'
import {
  anEmbedded,
  CANDIDATE,
  CONSENT,
  OWNER,
  publishedBy,
  sealedResume,
} from '../../test/builders/an-embedded.ts'
import { scoring } from './gather.ts'

const { signal } = new AbortController()
const keys = memoryKeyStore()
const key = (await keys.candidateKeys(TENANT, [CANDIDATE], signal)).get(CANDIDATE)!
const embedder = memoryEmbedder()
const [vectors = []] = await embedder.embed(['PostgreSQL Kafka TypeScript engineer'], signal)
const embedded = anEmbedded({
  sealedProfile: sealedResume(key),
  dimension: embedder.dimension,
  chunks: 1,
  vectors: vectorBytes(vectors),
})

const asks = (name: string) => {
  return { name, category: null, required: true, minYears: null, minProficiency: null, weight: 1 }
}
const job = aJobVersion({
  externalId: 'job-1',
  title: 'Senior Backend Engineer',
  description: 'PostgreSQL and Kafka',
  requirements: {
    skills: [asks('Postgres'), asks('Kubernetes')],
    education: { minDegree: 'bachelor', preferredFields: [] },
    experience: { minYears: 5, seniority: 'senior', preferredIndustries: [] },
  },
})

interface Given {
  readonly jobs?: readonly (typeof job)[]
  readonly model?: Embedder | null
  readonly store?: typeof keys
}

async function score(event = embedded, given: Given = {}) {
  const { jobs = [job], model = embedder, store = keys } = given
  const view = memoryJobView(jobs)
  const clock = () => 1_700_000_000_000
  const processor = scoring({ keys: store, jobs: view, embedder: model, clock, patienceMs: 0 })
  const [context] = await processor.gather([event], signal)
  return processor.decide(event, context!)
}

async function scored(event = embedded, given: Given = {}) {
  const [publication] = publishedBy(await score(event, given))
  ok(publication?.topic === 'scores')
  return publication.value
}

test('an application is scored, with its reasons', async () => {
  const { overall, band, requirements, missing, summary } = await scored()
  ok(overall !== null && overall > 50)
  ok(band === 'strong' || band === 'good')
  deepEqual(
    requirements.map(({ requirement, result }) => [requirement, result]),
    [
      ['Postgres', 'met'],
      ['Kubernetes', 'not_met'],
      ['5 years of experience', 'met'],
      ['degree: bachelor', 'met'],
    ],
  )
  deepEqual(missing, [{ component: 'culture', reason: 'culture_not_asked' }])
  ok(summary.length > 0 && summary.length <= 3)
})

test('every quote stands in the résumé, word for word, where it says', async () => {
  const { sealedEvidence } = await scored()
  const quotes = unsealJson<Evidence[]>(key, OWNER, sealedEvidence!)
  deepEqual(
    quotes.map(({ requirement }) => requirement),
    ['Postgres'],
  )
  for (const { quote, start, end } of quotes) equal(RESUME_TEXT.slice(start, end), quote)
})

test('the same event is scored the same, bit for bit, in any batch', async () => {
  const other = { ...embedded, applicationId: 'other', jobId: 'none' }
  const view = memoryJobView([job])
  const processor = scoring({ keys, jobs: view, embedder, clock: () => 0, patienceMs: 0 })
  const contexts = await processor.gather([other, embedded, other], signal)
  const [alone] = await processor.gather([embedded], signal)
  deepEqual(processor.decide(embedded, contexts[1]!), processor.decide(embedded, alone!))
})

test('a job that asks for culture: null until judged, provisional, and judging is asked', async () => {
  const cultured = { ...job, cultureAttributes: ['shares what it knows'] }
  const [first, second] = publishedBy(await score(embedded, { jobs: [cultured] }))
  ok(first?.topic === 'scores' && second?.topic === 'judging.live')
  deepEqual([first.value.components.culture, first.value.band], [null, 'provisional'])
  equal(second.key, job.jobId)
  deepEqual([second.value.revision, first.value.revision], [2, 1])
})

const away: Embedder = {
  ...embedder,
  embed: async () => {
    throw new Fault('embedder.unavailable', 'test')
  },
}

test('the model is away: scored by words, provisional, with the reason', async () => {
  const { band, components, missing } = await scored(embedded, { model: away })
  equal(band, 'provisional')
  ok(components.relevance !== null)
  ok(missing.some(({ reason }) => reason === 'embedder_unavailable'))
})

test('the model is not used: scored by words, and that is a score', async () => {
  const { band } = await scored(embedded, { model: null })
  ok(band !== 'provisional' && band !== 'unscored')
})

test('what was not parsed is listed as unscored, with its reason', async () => {
  const event = anEmbedded({ degradedReason: 'Send it without a password' })
  const { overall, band, missing } = await scored(event)
  deepEqual([overall, band], [null, 'unscored'])
  deepEqual(missing[0], { component: 'profile', reason: 'Send it without a password' })
})

test('a new job version gives a new event, the same one the same', async () => {
  const newer = { ...job, version: 2 }
  const [first, again, next] = [
    await scored(),
    await scored(),
    await scored(embedded, { jobs: [newer] }),
  ]
  equal(first.eventId, again.eventId)
  ok(first.eventId !== next.eventId)
})

test('an unknown job: parked', async () => {
  deepEqual(await score(embedded, { jobs: [] }), {
    kind: 'parked',
    reason: 'job_unknown',
    detail: embedded.jobId,
  })
})

test('a profile that does not open: parked', async () => {
  const broken = { ...embedded, sealedProfile: Buffer.alloc(60) }
  equal((await score(broken)).kind, 'parked')
})

test('no consent to a score: skipped', async () => {
  const event = { ...embedded, consent: { ...CONSENT, aiScoring: false } }
  deepEqual(await score(event), { kind: 'skipped', reason: 'consent_withdrawn' })
})

test('an erased person: skipped', async () => {
  const store = memoryKeyStore()
  await store.destroyCandidateKey(TENANT, CANDIDATE, signal)
  deepEqual(await score(embedded, { store }), { kind: 'skipped', reason: 'erased' })
})
