import type { JobVersion } from '../events/events.generated.ts'

/** The worker's own view of the compacted jobs topic. */
export interface JobView {
  /** @returns the newest version read so far; null when none is known */
  job(tenantId: string, jobId: string): JobVersion | null
  /** Resolves with the job as soon as it is known, or with null after `patienceMs`: a job and its first application may arrive together. */
  awaitJob(query: JobQuery, signal: AbortSignal): Promise<JobVersion | null>
}

export interface JobQuery {
  readonly tenantId: string
  readonly jobId: string
  readonly patienceMs: number
}
