import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import type { JobVersion } from '../../core/events/events.generated.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import type { EventLog, Handled, PartitionBatch } from '../../core/ports/event-log.ts'
import { aJobVersion } from '../builders/a-job-event.ts'

export interface OpenedLog {
  readonly log: EventLog
  readonly codec: EventCodec
  /** Another process on the same log */
  again(): Promise<EventLog>
  close(): Promise<void>
}

const jobs = (count: number, key = (n: number) => `job-${n % 7}`) =>
  Array.from({ length: count }, (_, n) => {
    const value = aJobVersion({ externalId: key(n), version: n })
    return { topic: 'jobs', key: value.jobId, value } as const
  })

/** Collects what arrives; `until` resolves once as much is there. */
export function collector(codec: EventCodec) {
  const seen: JobVersion[] = []
  let wake = Promise.withResolvers<void>()
  return {
    seen,
    take(batch: PartitionBatch): Handled {
      seen.push(...batch.records.map(({ value }) => codec.decode('jobs', value!)))
      wake.resolve()
      wake = Promise.withResolvers()
      return { next: batch.records.at(-1)!.offset + 1 }
    },
    async until(enough: () => boolean) {
      while (!enough()) await wake.promise
    },
  }
}

/** Called by each adapter's own test file. */
export function eventLogContract(name: string, open: () => Promise<OpenedLog>): void {
  const withLog = (work: (opened: OpenedLog) => Promise<void>) => async () => {
    const opened = await open()
    try {
      await work(opened)
    } finally {
      await opened.close()
    }
  }

  test(
    `${name}: what is published arrives whole, in order for each key`,
    withLog(async ({ log, codec }) => {
      const arrived = collector(codec)
      const onBatch = async (batch: PartitionBatch) => arrived.take(batch)
      await log.consume({ group: 'order', topics: ['jobs'], concurrency: 2, onBatch })
      // Three publishers at once: their own order holds, whatever comes between.
      const all = jobs(300)
      await Promise.all([0, 1, 2].map((i) => log.publish(all.filter((_, n) => (n % 7) % 3 === i))))
      await arrived.until(() => arrived.seen.length >= 300)
      equal(arrived.seen.length, 300)
      for (const [key, of] of Map.groupBy(arrived.seen, ({ externalId }) => externalId)) {
        const versions = of.map(({ version }) => version)
        deepEqual(
          versions,
          versions.toSorted((a, b) => a - b),
          `order of ${key}`,
        )
      }
    }),
  )

  test(
    `${name}: a batch handled in part comes again from there, after its rest`,
    withLog(async ({ log, codec }) => {
      const arrived = collector(codec)
      let refusals = 0
      const onBatch = async (batch: PartitionBatch): Promise<Handled> => {
        const first = batch.records[0]!
        if (refusals++ % 2 === 0) return { next: first.offset, pauseMs: 10 }
        return arrived.take({ ...batch, records: [first] })
      }
      await log.consume({ group: 'partly', topics: ['jobs'], concurrency: 1, onBatch })
      await log.publish(jobs(5, () => 'one'))
      await arrived.until(() => arrived.seen.length >= 5)
      deepEqual(
        arrived.seen.map(({ version }) => version),
        [0, 1, 2, 3, 4],
      )
    }),
  )

  test(
    `${name}: a group goes on where it left off, another begins at the beginning`,
    withLog(async ({ log, codec, again }) => {
      const first = collector(codec)
      const subscription = { group: 'left-off', topics: ['jobs'], concurrency: 1 } as const
      const one = await log.consume({ ...subscription, onBatch: async (b) => first.take(b) })
      await log.publish(jobs(10))
      await first.until(() => first.seen.length >= 10)
      await one.stop()
      await log.publish(jobs(3, () => 'later'))
      const second = collector(codec)
      const other = await again()
      await other.consume({ ...subscription, onBatch: async (b) => second.take(b) })
      await second.until(() => second.seen.length >= 3)
      ok(second.seen.every(({ externalId }) => externalId === 'later'))
      const fresh = collector(codec)
      const onBatch = async (batch: PartitionBatch) => fresh.take(batch)
      await other.consume({ group: 'fresh', topics: ['jobs'], concurrency: 1, onBatch })
      await fresh.until(() => fresh.seen.length >= 13)
    }),
  )

  test(
    `${name}: a ledger's position goes before the group's own`,
    withLog(async ({ log, codec }) => {
      await log.publish(jobs(10, () => 'one'))
      const arrived = collector(codec)
      await log.consume({
        group: 'ledger',
        topics: ['jobs'],
        concurrency: 1,
        onAssigned: async (held) => held.map((one) => ({ ...one, next: null })),
        onBatch: async (batch) => arrived.take(batch),
      })
      await arrived.until(() => arrived.seen.length >= 10)
      const place = [...(await log.ends('jobs'))].find(([, end]) => end > 0)!
      const ledger = collector(codec)
      await log.consume({
        group: 'ledger-2',
        topics: ['jobs'],
        concurrency: 1,
        onAssigned: async (held) =>
          held.map((one) => ({ ...one, next: one.partition === place[0] ? 7 : 0 })),
        onBatch: async (batch) => ledger.take(batch),
      })
      await ledger.until(() => ledger.seen.length >= 3)
      deepEqual(
        ledger.seen.map(({ version }) => version),
        [7, 8, 9],
      )
    }),
  )

  test(
    `${name}: stopping waits for the batch in hand and keeps what it did`,
    withLog(async ({ log, codec, again }) => {
      const inHand = Promise.withResolvers<void>()
      const finish = Promise.withResolvers<void>()
      const subscription = { group: 'drain', topics: ['jobs'], concurrency: 1 } as const
      const consumption = await log.consume({
        ...subscription,
        async onBatch(batch) {
          inHand.resolve()
          await finish.promise
          return { next: batch.records.at(-1)!.offset + 1 }
        },
      })
      await log.publish(jobs(1))
      await inHand.promise
      const stopped = consumption.stop()
      finish.resolve()
      await stopped
      await log.publish(jobs(1, () => 'later'))
      const after = collector(codec)
      const other = await again()
      await other.consume({ ...subscription, onBatch: async (batch) => after.take(batch) })
      await after.until(() => after.seen.some(({ externalId }) => externalId === 'later'))
      deepEqual(
        after.seen.map(({ externalId }) => externalId),
        ['later'],
      )
    }),
  )

  test(
    `${name}: an error that no other try can cure ends the consumption`,
    withLog(async ({ log }) => {
      const bug = new Error('a bug')
      const onBatch = async () => {
        throw bug
      }
      const subscription = { group: 'bug', topics: ['jobs'], concurrency: 1, onBatch } as const
      const consumption = await log.consume(subscription)
      await log.publish(jobs(1))
      const error = await consumption.failed.catch((cause: unknown) => cause)
      equal(error, bug)
    }),
  )

  test(
    `${name}: a reader for itself alone begins anew every time`,
    withLog(async ({ log, codec }) => {
      await log.publish(jobs(4))
      for (const instance of ['a', 'b']) {
        const arrived = collector(codec)
        const group = `alone-${instance}`
        const onBatch = async (batch: PartitionBatch) => arrived.take(batch)
        const alone = { group, topics: ['jobs'], concurrency: 1, ephemeral: true } as const
        const consumption = await log.consume({ ...alone, onBatch })
        await arrived.until(() => arrived.seen.length >= 4)
        await consumption.stop()
      }
    }),
  )
}
