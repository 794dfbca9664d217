import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import type { PartitionBatch } from '../../core/ports/event-log.ts'
import { Progress } from '../../pipelines/runtime/progress.ts'

const batch = (offset: number, end: number): PartitionBatch => ({
  topic: 'jobs',
  partition: 3,
  records: [{ offset } as PartitionBatch['records'][number]],
  end,
})

test('7.1 a partition with lag that does not move for its deadline is stalled', () => {
  let now = 0
  const progress = new Progress(() => now)
  progress.arrived(batch(10, 20))
  now = 59_000
  // The same batch again, after a rest: an attempt is no movement.
  progress.arrived(batch(10, 25))
  deepEqual(progress.stalled(60_000), [])
  now = 61_000
  deepEqual(progress.stalled(60_000), [{ partition: 'jobs/3', behind: 15, stillForMs: 61_000 }])
})

test('7.2 one that moves is not, however far behind', () => {
  let now = 0
  const progress = new Progress(() => now)
  for (let next = 0; next < 100; next += 10) {
    progress.arrived(batch(next, 1_000_000))
    now += 50_000
    progress.moved(batch(next, 1_000_000), next + 10)
  }
  deepEqual(progress.stalled(60_000), [])
  equal(progress.behind(), 999_900)
})

test('7.3 one that has caught up is not, however quiet', () => {
  let now = 0
  const progress = new Progress(() => now)
  progress.arrived(batch(10, 11))
  progress.moved(batch(10, 11), 11)
  now = 3_600_000
  deepEqual(progress.stalled(60_000), [])
  // After an hour of quiet the next record starts its own deadline.
  progress.arrived(batch(11, 12))
  deepEqual(progress.stalled(60_000), [])
})

test('7.4 one that no batch ever comes from is stalled too, when it is ours', () => {
  let now = 0
  const progress = new Progress(() => now)
  progress.assigned([{ topic: 'jobs', partition: 3 }])
  for (; now <= 120_000; now += 2000) {
    progress.noticed({ topic: 'jobs', partition: 3 }, { next: 10, end: 20 })
    progress.noticed({ topic: 'jobs', partition: 4 }, { next: 10, end: 20 })
  }
  deepEqual(
    progress.stalled(60_000).map(({ partition }) => partition),
    ['jobs/3'],
  )
})
