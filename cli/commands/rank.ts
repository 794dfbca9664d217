import { availableParallelism } from 'node:os'
import type { Embedder } from '../../core/ports/embedder.ts'
import { type Call, type Command, EXIT, UsageError } from '../command.ts'
import type { JobRanking } from '../ranking/ranked.ts'

export const rank: Command = {
  name: 'rank',
  summary: 'Rank a folder of résumés for a job, best first, with reasons',
  examples: [
    'hirestream rank --job job.txt résumés/',
    'hirestream rank --job job.json --top 10 -o json résumés/',
    'hirestream rank --job jobs/ --no-model résumés.jsonl',
  ],
  arguments: [
    {
      name: '<folder>',
      description: 'folder of documents, JSON Resume or text files; or one .jsonl file',
    },
  ],
  options: [
    {
      flags: '--job <path>',
      description: 'a job as JSON or text, or a folder of jobs; may be repeated',
      repeat: true,
    },
    { flags: '--top <n>', description: 'how many of each job to print; all when absent' },
    { flags: '--no-model', description: 'by words alone: no embedding model is loaded' },
  ],
  async run(call) {
    const { readJobs } = await import('../ranking/read-jobs.ts')
    const [folder] = call.args
    const paths = call.options.job
    if (folder === undefined) throw new UsageError('no folder of résumés')
    if (!Array.isArray(paths)) throw new UsageError('no --job')
    const top = topOf(call.options.top)
    const jobs = await readJobs(paths as readonly string[])
    if (jobs.length === 0) throw new UsageError('no job in there')
    await using embedder = call.options.model === false ? null : await openModel(call)
    return await rankAll(call, { folder, jobs, top, embedder })
  },
}

function topOf(text: unknown): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  const top = Number(text)
  if (!Number.isInteger(top) || top < 1) throw new UsageError(`--top is "${text}": a number from 1`)
  return top
}

interface Work {
  readonly folder: string
  readonly jobs: readonly import('../ranking/read-jobs.ts').NamedJob[]
  readonly top: number
  readonly embedder: Embedder | null
}

async function rankAll(call: Call, { folder, jobs, top, embedder }: Work) {
  const { signal, out } = call
  const { jobVersion } = await import('../ranking/read-jobs.ts')
  const { rankingOf } = await import('../ranking/ranked.ts')
  const ranking = await import('../ranking/rank-resumes.ts')
  const { memoryJobView } = await import('../../adapters/memory/memory-job-view.ts')
  const { memoryKeyStore } = await import('../../adapters/memory/memory-key-store.ts')
  const now = Date.now()
  const view = memoryJobView()
  const reads = { keys: memoryKeyStore(), jobs: view, embedder, now, signal }

  const resumes = await readFolder(call, folder, now)
  if (resumes.length === 0) throw new UsageError(`no résumé in ${folder}`)
  const files = resumes.map(({ file }) => file)
  const said = counter(call, 'embedded')
  const embedded = await ranking.embedResumes(resumes, reads, (n) => said(n, resumes.length))
  const processor = ranking.rankScoring(reads, resumes.length)
  const ranked = counter(call, 'jobs ranked')
  for (const [nth, named] of jobs.entries()) {
    signal.throwIfAborted()
    const ids = { tenantId: ranking.TENANT, jobId: ranking.rankId(`job ${nth}`), changedAt: now }
    const job = jobVersion(named, ids)
    view.put(job)
    const scored = await ranking.scoreForJob(job, files, embedded, processor, signal)
    out.result(rankingOf(named.name, scored, top), (list) => asText(list, call))
    ranked(nth + 1, jobs.length)
  }
  const unread = resumes.filter(({ document }) => document.outcome !== 'parsed').length
  if (unread > 0) out.say(`${unread} of ${resumes.length} files could not be read as a résumé`)
  return unread > 0 ? EXIT.needsALook : EXIT.done
}

async function readFolder(call: Call, folder: string, now: number) {
  const { readResumes } = await import('../ranking/read-resumes.ts')
  const { openDocumentParser } = await import('../../adapters/documents/open-document-parser.ts')
  const atOnce = availableParallelism()
  await using parser = openDocumentParser({ concurrency: atOnce })
  const onRead = counter(call, 'read')
  const asOf = new Date(now).toISOString().slice(0, 10)
  const { signal } = call
  return await readResumes(folder, { parser, asOf, atOnce: atOnce * 2, signal, onRead })
}

async function openModel(call: Call) {
  const { openOnnxEmbedder } = await import('../../adapters/models/onnx-embedder.ts')
  const { ensureModel } = await import('../../infra/local/pieces.ts')
  const { env, progress, signal } = call
  const modelDir = env.EMBEDDING_MODEL_DIR ?? (await ensureModel({ env, progress, signal }))
  return openOnnxEmbedder({ modelDir, threads: availableParallelism() })
}

const EVERY_MS = 2_000

/** Says how far a long step is, every two seconds at most, and at its end. */
function counter({ out }: Call, what: string) {
  const begun = performance.now()
  let last = begun
  return (done: number, all: number) => {
    const now = performance.now()
    const isEnd = done === all && now - begun > EVERY_MS
    if (!isEnd && now - last < EVERY_MS) return
    last = now
    out.say(`${what} ${done} of ${all} (${((now - begun) / 1000).toFixed(1)} s)`)
  }
}

const REASONS_SHOWN = 3

function asText({ job, ranked }: JobRanking, { out }: Call): string {
  const cell = (points: number | null) => (points === null ? '–' : points.toFixed(0))
  const rows = ranked.map(({ file, score, band, components: c }, nth) => [
    String(nth + 1),
    cell(score),
    band,
    cell(c.skills),
    cell(c.experience),
    cell(c.trajectory),
    cell(c.relevance),
    file,
  ])
  const head = ['', 'score', 'band', 'skills', 'exper.', 'traj.', 'relev.', 'résumé']
  const [first, ...lines] = out.table([head, ...rows], [0, 1, 3, 4, 5, 6]).split('\n')
  const withReasons = lines.flatMap((line, nth) => [
    line,
    ...ranked[nth]!.reasons.slice(0, REASONS_SHOWN).map((reason) => out.dim(`      ${reason}`)),
  ])
  return [out.bold(job), out.dim(first ?? ''), ...withReasons].join('\n')
}
