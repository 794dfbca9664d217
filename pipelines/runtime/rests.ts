import type { Fault } from '../../core/fault.ts'
import type { PartitionBatch } from '../../core/ports/event-log.ts'
import { restMs, type Surroundings } from './surroundings.ts'

const partitionOf = ({ topic, partition }: PartitionBatch) => `${topic}/${partition}`

/** How long each partition rests when the environment fails it, and what operators hear of it. */
export class Rests {
  readonly #name: string
  readonly #around: Surroundings
  readonly #failures = new Map<string, number>()

  constructor(name: string, around: Surroundings) {
    this.#name = name
    this.#around = around
  }

  /** @returns milliseconds, longer with each failure in a row */
  after(batch: PartitionBatch, fault: Fault): number {
    const partition = partitionOf(batch)
    const failures = (this.#failures.get(partition) ?? 0) + 1
    this.#failures.set(partition, failures)
    const { meter, log } = this.#around
    const processor = this.#name
    meter.count('hirestream_environment_faults_total', { processor, code: fault.code })
    const pauseMs = restMs(failures)
    log('resting', { processor, partition, code: fault.code, pauseMs })
    return pauseMs
  }

  /** It works again. */
  over(batch: PartitionBatch): void {
    this.#failures.delete(partitionOf(batch))
  }

  /** How far behind the partition is, once a batch has been handled up to `next`. */
  measureLag({ topic, partition, end }: PartitionBatch, next: number): void {
    const labels = { processor: this.#name, topic, partition: String(partition) }
    this.#around.meter.set('hirestream_lag_records', labels, end - next)
  }
}
