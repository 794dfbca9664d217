import type { PartitionBatch } from '../../core/ports/event-log.ts'
import type { PartitionId } from '../../core/ports/sink.ts'

interface Partition {
  movedAt: number
  next: number
  end: number
}

const keyOf = ({ topic, partition }: PartitionId) => `${topic}/${partition}`

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
  #held: ReadonlySet<string> = new Set()

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** A batch arrived: there is something to do from here on. */
  arrived(batch: PartitionBatch): void {
    const key = keyOf(batch)
    const next = batch.records[0]!.offset
    const before = this.#partitions.get(key)
    const moved = !before || before.next < next || before.next >= before.end
    const movedAt = moved ? this.#clock() : before.movedAt
    this.#partitions.set(key, { movedAt, next, end: batch.end })
  }

  moved(batch: PartitionBatch, next: number): void {
    const partition = this.#partitions.get(keyOf(batch))
    if (!partition || next <= partition.next) return
    partition.next = next
    partition.movedAt = this.#clock()
  }

  /** The partitions that are ours to answer for from now on, and no others. */
  assigned(partitions: readonly PartitionId[]): void {
    this.#partitions.clear()
    this.#held = new Set(partitions.map(keyOf))
  }

  /** What the log says of a partition: one may stand still without a batch ever arriving. */
  noticed(
    place: PartitionId,
    { next, end }: { readonly next: number; readonly end: number },
  ): void {
    const key = keyOf(place)
    if (!this.#held.has(key)) return
    const before = this.#partitions.get(key)
    const moved = !before || next > before.next || before.next >= before.end
    const movedAt = moved ? this.#clock() : before.movedAt
    this.#partitions.set(key, { movedAt, next: Math.max(next, before?.next ?? 0), end })
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
