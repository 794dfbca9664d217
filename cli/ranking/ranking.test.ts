import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { memoryEmbedder } from '../../adapters/memory/memory-embedder.ts'
import { memoryJobView } from '../../adapters/memory/memory-job-view.ts'
import { memoryKeyStore } from '../../adapters/memory/memory-key-store.ts'
import type { ParsedDocument } from '../../core/domain/profile.ts'
import { aProfile, aResume, aSkill } from '../../test/builders/a-resume.ts'
import { embedResumes, rankId, rankScoring, scoreForJob, TENANT } from './rank-resumes.ts'
import { rankingOf } from './ranked.ts'
import { jobVersion, readJobs } from './read-jobs.ts'
import { readResumes } from './read-resumes.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hirestream-rank-'))
  await writeFile(
    join(folder, 'a.txt'),
    'Backend Engineer\n\nRequirements\n- Kafka\n- PostgreSQL\n',
  )
  await writeFile(join(folder, 'b.json'), JSON.stringify({ title: 'Welder', description: 'Steel' }))
  await writeFile(join(folder, 'c.jsonl'), '{"title":"Cook"}\n{"title":"Nurse"}\n')
})
afterAll(() => rm(folder, { recursive: true }))

test('jobs: text, JSON, one a line, a folder of them', async () => {
  const jobs = await readJobs([folder])
  deepEqual(
    jobs.map(({ name, job }) => [name.slice(folder.length + 1), job.title]),
    [
      ['a.txt', 'Backend Engineer'],
      ['b.json', 'Welder'],
      ['c.jsonl:1', 'Cook'],
      ['c.jsonl:2', 'Nurse'],
    ],
  )
})

const document = (given: Partial<ParsedDocument>): ParsedDocument => ({
  outcome: 'parsed',
  reason: null,
  parserVersion: '1',
  warnings: [],
  language: 'en',
  pages: 1,
  text: '',
  profile: aProfile(),
  ...given,
})

test('résumés: one a line of a .jsonl file', async () => {
  const seen: string[] = []
  const parser = {
    version: '1',
    parse: async ({ bytes }: { bytes: Uint8Array }) => {
      seen.push(Buffer.from(bytes).toString())
      return document({})
    },
  }
  const { signal } = new AbortController()
  const reading = { parser, asOf: '2024-01-01', atOnce: 2, signal, onRead: () => {} }
  const read = await readResumes(join(folder, 'c.jsonl'), reading)
  deepEqual(
    read.map(({ file }) => file),
    ['c.jsonl:1', 'c.jsonl:2'],
  )
  deepEqual(seen, ['{"title":"Cook"}', '{"title":"Nurse"}'])
})

test('best first, unread last with its reason, embedded once for all jobs', async () => {
  let embedded = 0
  const model = memoryEmbedder()
  const embedder: typeof model = {
    ...model,
    embed: (texts, signal) => {
      embedded += texts.length
      return model.embed(texts, signal)
    },
  }
  const view = memoryJobView()
  const { signal } = new AbortController()
  const reads = { keys: memoryKeyStore(), jobs: view, embedder, now: 1_700_000_000_000, signal }
  const welder = aProfile({ skills: [aSkill('Welding')] })
  const resumes = [
    {
      file: 'locked.pdf',
      document: document({ outcome: 'rejected', reason: 'locked', profile: null }),
    },
    { file: 'welder.txt', document: document({ text: 'Welding', profile: welder }) },
    { file: 'engineer.txt', document: document(aResume()) },
  ]
  const events = await embedResumes(resumes, reads, () => {})
  const processor = rankScoring(reads, resumes.length)
  const files = resumes.map(({ file }) => file)
  const [named] = await readJobs([join(folder, 'a.txt')])
  for (const nth of [1, 2]) {
    const ids = { tenantId: TENANT, jobId: rankId(`job ${nth}`), changedAt: 0 }
    const job = jobVersion(named!, ids)
    view.put(job)
    const scored = await scoreForJob(job, files, events, processor, signal)
    const { ranked } = rankingOf('a.txt', scored, 10)
    deepEqual(
      ranked.map(({ file }) => file),
      ['engineer.txt', 'welder.txt', 'locked.pdf'],
    )
    deepEqual(
      [ranked[2]?.score, ranked[2]?.band, ranked[2]?.reasons],
      [null, 'unscored', ['locked']],
    )
    ok(ranked[0]!.reasons.includes('Kafka: met'))
  }
  // Two texts a résumé, and one a job.
  equal(embedded, 2 * 2 + 2)
})
