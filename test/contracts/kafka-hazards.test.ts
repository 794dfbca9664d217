// The hazards of kafkajs (spec/engines.md §1), each against the real broker.
import { equal, match, ok } from 'node:assert/strict'
import { Kafka } from 'kafkajs'
import { inject, test } from 'vitest'
import type { JobVersion } from '../../core/events/events.generated.ts'
import type { PartitionBatch } from '../../core/ports/event-log.ts'
import { aJobVersion } from '../builders/a-job-event.ts'
import { aRequest } from '../handbook/a-pipeline.ts'
import { collector } from './event-log.ts'
import { openTestLog } from './open-test-log.ts'

const settings = inject('settings')
const kafka = new Kafka({ brokers: settings.KAFKA_BROKERS!.split(','), logLevel: 0 })

const jobs = (count: number, keys = 20) =>
  Array.from({ length: count }, (_, n) => {
    const value = aJobVersion({ externalId: `job-${n % keys}`, version: n })
    return { topic: 'jobs', key: value.jobId, value } as const
  })

/** Offsets that a group committed, as the broker has them. */
async function committed(group: string, topic: string): Promise<Map<number, number>> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const [offsets] = await admin.fetchOffsets({ groupId: group, topics: [topic] })
    return new Map(offsets!.partitions.map(({ partition, offset }) => [partition, +offset]))
  } finally {
    await admin.disconnect()
  }
}

test('an offset that is gone stops the group loudly: nothing is skipped in silence', async () => {
  const { prefix, open } = await openTestLog({ settings, partitions: 1 })
  const log = await open()
  const subscription = { group: 'lost', topics: ['judging.live'], concurrency: 1 } as const
  await log.publish(jobs(10).map(({ value }) => aRequest(value)))
  const half = Promise.withResolvers<void>()
  const first = await log.consume({
    ...subscription,
    async onBatch({ records }) {
      half.resolve()
      return { next: records[0]!.offset + 5, pauseMs: 60_000 }
    },
  })
  await half.promise
  await first.stop()
  const topic = `${prefix}judging.live`
  const admin = kafka.admin()
  await admin.connect()
  await admin.fetchTopicOffsets(topic) // loads the metadata that deleting needs
  const partitions = [{ partition: 0, offset: '8' }]
  await admin.deleteTopicRecords({ topic, partitions })
  await admin.disconnect()
  const second = await log.consume({
    ...subscription,
    onBatch: async (batch) => ({ next: batch.records.at(-1)!.offset + 1 }),
  })
  const error = await second.failed.catch((cause: Error) => cause)
  match(
    error.message,
    /event_log\.offset_lost: judging\.live\/0: 5 is to come, the log holds 8 to 10/,
  )
  await log.close()
})

// Enough to last until a second member has joined.
const JOBS = 1500

test('a rebalance drains: the first member finishes, the second goes on after it', async () => {
  const { prefix, codec, open } = await openTestLog({ settings, partitions: 4 })
  const subscription = { group: 'rebalance', topics: ['jobs'], concurrency: 4 } as const
  const seen: { job: JobVersion; member: number }[] = []
  let progress = Promise.withResolvers<void>()
  const handler = (member: number) => async (batch: PartitionBatch) => {
    const first = batch.records[0]!
    // One record at a time, so that the rebalance finds batches in hand.
    await new Promise((resolve) => setTimeout(resolve, 4))
    seen.push({ job: codec.decode('jobs', first.value!), member })
    progress.resolve()
    progress = Promise.withResolvers()
    return { next: first.offset + 1 }
  }
  const [one, two] = [await open(), await open()]
  await one.consume({ ...subscription, onBatch: handler(1) })
  await one.publish(jobs(JOBS))
  while (seen.length < 20) await progress.promise
  await two.consume({ ...subscription, onBatch: handler(2) })
  while (new Set(seen.map(({ job }) => job.version)).size < JOBS) await progress.promise
  await Promise.all([one.close(), two.close()])
  ok(seen.some(({ member }) => member === 2))
  // Everything once: what was revoked had been finished and committed before it was given up.
  equal(seen.length, JOBS)
  const offsets = await committed(`${prefix}rebalance`, `${prefix}jobs`)
  equal(
    [...offsets.values()].reduce((sum, offset) => sum + offset, 0),
    JOBS,
  )
})

test('what rests while the group rebalances is read on after it', async () => {
  const { codec, open } = await openTestLog({ settings, partitions: 1 })
  const subscription = { group: 'resting', topics: ['jobs'], concurrency: 1 } as const
  const [one, two] = [await open(), await open()]
  const arrived = collector(codec)
  const tried = Promise.withResolvers<void>()
  let tries = 0
  await one.consume({
    ...subscription,
    async onBatch(batch) {
      tried.resolve()
      // Longer than this test: only the rebalance can end it.
      if (++tries === 1) return { next: batch.records[0]!.offset, pauseMs: 600_000 }
      return arrived.take(batch)
    },
  })
  await one.publish(jobs(3))
  await tried.promise
  // It comes and goes and takes nothing: two rebalances, and the partition is the first member's again.
  await two.consume({
    ...subscription,
    onBatch: async ({ records }) => ({ next: records[0]!.offset, pauseMs: 600_000 }),
  })
  await two.close()
  await arrived.until(() => arrived.seen.length >= 3)
  await one.close()
})

test('a batch longer than the session keeps its member', async () => {
  const { codec, open } = await openTestLog({ settings, partitions: 1 })
  const log = await open({ sessionTimeoutMs: 6000 })
  const arrived = collector(codec)
  let batches = 0
  await log.consume({
    group: 'slow',
    topics: ['jobs'],
    concurrency: 1,
    async onBatch(batch) {
      batches++
      await new Promise((resolve) => setTimeout(resolve, 9000))
      return arrived.take(batch)
    },
  })
  await log.publish(jobs(3))
  await arrived.until(() => arrived.seen.length >= 3)
  await log.close()
  equal(batches, 1)
})

test('a value over the limit is refused before it is sent, with its id and size', async () => {
  const { open } = await openTestLog({ settings, partitions: 1 })
  const log = await open()
  const value = aJobVersion({ description: 'x'.repeat(1_000_000) })
  const sent = log.publish([{ topic: 'jobs', key: value.jobId, value }])
  const error = await sent.catch((cause: Error) => cause as Error)
  match((error as Error).message, /event_log\.too_large: jobs [0-9a-f-]{36}: 100\d{4} bytes/)
  await log.close()
})
