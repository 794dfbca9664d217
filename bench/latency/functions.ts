import { openDocumentParser } from '../../adapters/documents/open-document-parser.ts'
import { memoryJobView } from '../../adapters/memory/memory-job-view.ts'
import { memoryKeyStore } from '../../adapters/memory/memory-key-store.ts'
import { openOnnxEmbedder } from '../../adapters/models/onnx-embedder.ts'
import * as rank from '../../cli/ranking/rank-resumes.ts'
import { jobVersion } from '../../cli/ranking/read-jobs.ts'
import type { ApplicationSubmitted, JobPublished } from '../../core/events/events.generated.ts'

/** Parser, model and formulas as `hirestream rank` runs them: no log, no store, no network. */
export async function openFunctions(modelDir: string, signal: AbortSignal) {
  const parser = openDocumentParser({ concurrency: 1 })
  const embedder = await openOnnxEmbedder({ modelDir, threads: 1 })
  const now = Date.now()
  const jobs = memoryJobView()
  const reads = { keys: memoryKeyStore(), jobs, embedder, now, signal }
  const scoring = rank.rankScoring(reads, 0)
  let nth = 0
  return {
    /** @returns milliseconds from the document to its score for the job */
    async timeToScore({ document }: ApplicationSubmitted, said: JobPublished): Promise<number> {
      const file = `${nth++} ${document?.fileName}`
      const ids = { tenantId: rank.TENANT, jobId: rank.rankId(said.externalId), changedAt: now }
      const job = jobVersion({ name: said.externalId, job: said }, ids)
      jobs.put(job)
      const asOf = new Date(now).toISOString().slice(0, 10)
      const { content, fileName = null, mediaType = null } = document!
      const begun = performance.now()
      const parsed = await parser.parse({ bytes: content!, fileName, mediaType, asOf }, signal)
      const embedded = await rank.embedResumes([{ file, document: parsed }], reads, () => {})
      await rank.scoreForJob(job, [file], embedded, scoring, signal)
      return performance.now() - begun
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([parser[Symbol.asyncDispose](), embedder[Symbol.asyncDispose]()])
    },
  }
}
