import { setTimeout as wait } from 'node:timers/promises'
import type { JobVersion } from '../../core/events/events.generated.ts'
import type { JobView } from '../../core/ports/job-view.ts'

export interface MemoryJobView extends JobView {
  put(job: JobVersion): void
}

/** Jobs that are told it. */
export function memoryJobView(jobs: readonly JobVersion[] = []): MemoryJobView {
  const known = new Map<string, JobVersion>()
  const waiting = new Map<string, Set<(job: JobVersion) => void>>()
  const name = (tenantId: string, jobId: string) => `${tenantId}/${jobId}`
  const view: MemoryJobView = {
    put(job) {
      const key = name(job.tenantId, job.jobId)
      const before = known.get(key)
      if (before && before.version >= job.version) return
      known.set(key, job)
      for (const tell of waiting.get(key) ?? []) tell(job)
      waiting.delete(key)
    },
    job: (tenantId, jobId) => known.get(name(tenantId, jobId)) ?? null,
    async awaitJob({ tenantId, jobId, patienceMs }, signal) {
      signal.throwIfAborted()
      const key = name(tenantId, jobId)
      const job = known.get(key)
      if (job || patienceMs === 0) return job ?? null
      const told = Promise.withResolvers<JobVersion>()
      const listeners = waiting.get(key) ?? new Set()
      waiting.set(key, listeners.add(told.resolve))
      const stop = new AbortController()
      const late = wait(patienceMs, null, { signal: AbortSignal.any([signal, stop.signal]) })
      // Ended by `stop` when the job came first: nobody awaits it then.
      late.catch(() => {})
      try {
        return await Promise.race([told.promise, late])
      } finally {
        stop.abort()
        listeners.delete(told.resolve)
      }
    },
  }
  for (const job of jobs) view.put(job)
  return view
}
