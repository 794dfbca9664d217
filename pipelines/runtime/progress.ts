import type { PartitionBatch } from '../../core/ports/event-log.ts'

interface Partition {
  movedAt: number
  next: number
  end: number
}

export interface Stalled {
  readonly partition: string
  readonly behind: number
  readonly stillForMs: number
}

/**
 * Which partitions move. A group can be stable and healthy to look at while an offset is frozen, so readiness
 * asks this: a partition with lag that has not moved for its deadline is stalled.
 */
export class Progress {
  readonly #partitions = new Map<string, Partition>()
  readonly #clock: () => number

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** A batch arrived: there is something to do from here on. */
  arrived(batch: PartitionBatch): void {
    const key = `${batch.topic}/${batch.partition}`
    const next = batch.records[0]!.offset
    const before = this.#partitions.get(key)
    const moved = !before || before.next < next || before.next >= before.end
    const movedAt = moved ? this.#clock() : before.movedAt
    this.#partitions.set(key, { movedAt, next, end: batch.end })
  }

  moved(batch: PartitionBatch, next: number): void {
    const partition = this.#partitions.get(`${batch.topic}/${batch.partition}`)
    if (!partition || next <= partition.next) return
    partition.next = next
    partition.movedAt = this.#clock()
  }

  /** No longer ours to answer for. */
  forget(): void {
    this.#partitions.clear()
  }

  behind(): number {
    return [...this.#partitions.values()].reduce((sum, { next, end }) => sum + end - next, 0)
  }

  stalled(deadlineMs: number): Stalled[] {
    const now = this.#clock()
    return [...this.#partitions]
      .filter(([, { next, end, movedAt }]) => next < end && now - movedAt > deadlineMs)
      .map(([partition, { next, end, movedAt }]) => ({
        partition,
        behind: end - next,
        stillForMs: now - movedAt,
      }))
  }
}
