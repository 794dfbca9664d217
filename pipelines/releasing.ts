import type { ParkedRecord } from '../core/events/events.generated.ts'
import type { Publication, Topic } from '../core/events/topics.ts'
import type { EventCodec } from '../core/ports/event-codec.ts'
import type { Handled, PartitionBatch } from '../core/ports/event-log.ts'
import type { JobView } from '../core/ports/job-view.ts'
import { unseal } from '../core/security/sealing.ts'
import type { Surroundings } from './runtime/surroundings.ts'

// As long as a timer can wait: the parked topic keeps its records for about as long.
const PATIENCE_MS = 2 ** 31 - 1

/**
 * Releases by itself what was parked because its job was unknown, when the job arrives: the record goes back to its
 * topic as it was, one attempt later. Reads the parked topic from its beginning at every start, so nothing that waits is
 * forgotten with a worker; what had been released before is released again, a repeat like any other.
 */
export class Releasing {
  readonly #jobs: JobView
  readonly #around: Surroundings
  readonly #waiting = new Set<Promise<void>>()

  constructor(deps: { jobs: JobView; surroundings: Surroundings }) {
    this.#jobs = deps.jobs
    this.#around = deps.surroundings
  }

  async onBatch({ records }: PartitionBatch, signal: AbortSignal): Promise<Handled> {
    const { codec } = this.#around
    const values = records.flatMap(({ value }) => (value === null ? [] : [value]))
    await codec.prepare(values, signal)
    for (const value of values) {
      const parked = readable(codec, value)
      if (parked?.reason !== 'job_unknown' || parked.tenantId === null) continue
      const waiting = this.#release(parked, parked.tenantId, signal)
        .catch((error: Error) => this.#around.log('not released', { error: error.message }))
        .finally(() => this.#waiting.delete(waiting))
      this.#waiting.add(waiting)
    }
    return { next: records.at(-1)!.offset + 1 }
  }

  /** Records that wait for their job */
  waiting(): number {
    return this.#waiting.size
  }

  async #release(parked: ParkedRecord, tenantId: string, signal: AbortSignal): Promise<void> {
    const query = { tenantId, jobId: parked.detail, patienceMs: PATIENCE_MS }
    const job = await this.#jobs.awaitJob(query, signal)
    if (job === null || parked.sealedValue === null) return
    const { publisher, meter } = this.#around
    await publisher.publish([this.#original(parked, parked.sealedValue)], signal)
    meter.count('hirestream_records_total', {
      processor: 'releasing',
      outcome: 'done',
      reason: 'job_known',
    })
  }

  #original(parked: ParkedRecord, sealedValue: Uint8Array): Publication {
    const place = `${parked.topic}/${parked.partition}/${parked.offset}`
    const opened = (sealed: Uint8Array) => unseal(this.#around.parkingKey, place, sealed)
    const topic = parked.topic as Topic
    const value = this.#around.codec.decode(topic, opened(sealedValue))
    const key = parked.sealedKey === null ? '' : opened(parked.sealedKey).toString('utf8')
    return { topic, key, value, attempt: parked.attempt + 1 } as Publication
  }
}

// What can't be read here is no waiting record; the Postgres landing, which reads the same topic, tells of it.
function readable(codec: EventCodec, value: Uint8Array): ParkedRecord | null {
  try {
    return codec.decode('parked', value)
  } catch {
    return null
  }
}
