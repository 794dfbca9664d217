import type { JobVersion } from '../core/events/events.generated.ts'
import type { EventCodec } from '../core/ports/event-codec.ts'
import type { Consumption, EventLog, PartitionBatch } from '../core/ports/event-log.ts'
import type { JobQuery, JobView } from '../core/ports/job-view.ts'

/**
 * The compacted jobs topic, read from its beginning into memory and kept up. Opens once it has read all that was
 * there: a job published before this worker started is never unknown to it.
 * @param instance  this process's own name: every worker reads all jobs
 */
export async function openJobView(
  log: EventLog,
  codec: EventCodec,
  instance: string,
): Promise<JobView & Pick<Consumption, 'failed' | 'stop'>> {
  const view = new LogJobView(codec, await log.ends('jobs'))
  const consumption = await log.consume({
    group: `view-jobs-${instance}`,
    topics: ['jobs'],
    concurrency: 1,
    ephemeral: true,
    onBatch: (batch, { signal }) => view.read(batch, signal),
  })
  await Promise.race([view.caughtUp, consumption.failed])
  return {
    job: (tenantId, jobId) => view.job(tenantId, jobId),
    awaitJob: (query, signal) => view.awaitJob(query, signal),
    failed: consumption.failed,
    stop: () => consumption.stop(),
  }
}

class LogJobView implements JobView {
  readonly caughtUp: Promise<void>
  readonly #codec: EventCodec
  readonly #jobs = new Map<string, JobVersion>()
  readonly #waiting = new Map<string, Set<(job: JobVersion) => void>>()
  readonly #missing: Map<number, number>
  readonly #reached: () => void

  /** @param ends  how far each partition went when the view was opened */
  constructor(codec: EventCodec, ends: ReadonlyMap<number, number>) {
    this.#codec = codec
    this.#missing = new Map([...ends].filter(([, end]) => end > 0))
    const { promise, resolve } = Promise.withResolvers<void>()
    this.caughtUp = promise
    this.#reached = resolve
    if (this.#missing.size === 0) resolve()
  }

  async read({ partition, records }: PartitionBatch, signal: AbortSignal) {
    const values = records.flatMap(({ value }) => (value === null ? [] : [value]))
    await this.#codec.prepare(values, signal)
    for (const value of values) this.#take(value)
    const next = records.at(-1)!.offset + 1
    const end = this.#missing.get(partition)
    if (end !== undefined && next >= end) this.#missing.delete(partition)
    if (this.#missing.size === 0) this.#reached()
    return { next }
  }

  #take(value: Uint8Array): void {
    const job = this.#decoded(value)
    if (job === null) return
    const key = keyOf(job.tenantId, job.jobId)
    const before = this.#jobs.get(key)
    if (before && before.version > job.version) return
    this.#jobs.set(key, job)
    for (const resolve of this.#waiting.get(key) ?? []) resolve(job)
  }

  // What can't be read is no job: the Postgres landing, which reads the same topic, parks it.
  #decoded(value: Uint8Array): JobVersion | null {
    try {
      return this.#codec.decode('jobs', value)
    } catch {
      return null
    }
  }

  job(tenantId: string, jobId: string): JobVersion | null {
    return this.#jobs.get(keyOf(tenantId, jobId)) ?? null
  }

  async awaitJob({ tenantId, jobId, patienceMs }: JobQuery, signal: AbortSignal) {
    const known = this.job(tenantId, jobId)
    if (known !== null) return known
    signal.throwIfAborted()
    const key = keyOf(tenantId, jobId)
    const { promise, resolve } = Promise.withResolvers<JobVersion | null>()
    const waiting = this.#waiting.get(key) ?? new Set()
    this.#waiting.set(key, waiting.add(resolve))
    const timer = setTimeout(() => resolve(null), patienceMs)
    const abort = () => resolve(null)
    signal.addEventListener('abort', abort, { once: true })
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      waiting.delete(resolve)
      if (waiting.size === 0) this.#waiting.delete(key)
    }
  }
}

const keyOf = (tenantId: string, jobId: string) => `${tenantId}/${jobId}`
