import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import type { LandingBatch, Sink } from '../../core/ports/sink.ts'
import { tell } from '../../pipelines/runtime/keep-current.ts'
import { LandingRunner } from '../../pipelines/runtime/landing-runner.ts'
import { Progress } from '../../pipelines/runtime/progress.ts'
import { aPipeline, jobNamed, type Pipeline, until } from './a-pipeline.ts'

/** A store that keeps what it is given, by event id. */
function aStore(write: (batch: LandingBatch) => void = () => {}) {
  const rows = new Map<string, number>()
  const batches: LandingBatch[] = []
  const sink: Sink = {
    store: 'postgres',
    topics: ['jobs'],
    claim: async (partitions) => partitions.map((one) => ({ ...one, next: null, epoch: 1 })),
    async write(batch) {
      batches.push(batch)
      write(batch)
      for (const { event, offset } of batch.events) rows.set(event().eventId, offset)
    },
  }
  return { sink, rows, batches }
}

async function land({ log, surroundings }: Pipeline, sink: Sink, decodes = true) {
  const progress = new Progress(surroundings.clock)
  const parkedShare = { limit: 1, window: 200 }
  const settings = { name: 'test', batchSize: 3, decodes, parkedShare }
  const runner = new LandingRunner({ sink, settings, surroundings, progress })
  return log.consume({
    group: 'test',
    topics: ['jobs'],
    concurrency: 1,
    onAssigned: (partitions, signal) => runner.onAssigned(partitions, signal),
    onBatch: (batch, session) => runner.onBatch(batch, session),
  })
}

const names = ['a', 'b', 'c', 'd', 'e']
const landed = ({ log }: Pipeline) =>
  log.committedNow('test', 'jobs').get(0) === log.records('jobs')[0]!.length

test('9.1 a landing writes contiguous pieces, and the offset follows the store', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(names.map((name) => jobNamed(name)))
  const { sink, rows, batches } = aStore()
  const consumption = await land(pipeline, sink)
  await until(() => landed(pipeline))
  await consumption.stop()
  deepEqual(
    batches.map(({ from, next }) => [from, next]),
    [
      [0, 3],
      [3, 5],
    ],
  )
  equal(rows.size, 5)
})

test('9.2 an event that the store refuses is parked by its offset; its neighbours land', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(names.map((name) => jobNamed(name)))
  const refuse = ({ events }: LandingBatch) => {
    if (events.some(({ offset }) => offset === 1))
      throw new Fault('database.refused', 'offset 1: test')
  }
  const { sink, rows } = aStore(refuse)
  const consumption = await land(pipeline, sink)
  await until(() => landed(pipeline))
  await consumption.stop()
  equal(rows.size, 4)
  deepEqual(
    pipeline.log.events('parked').map(({ offset, reason }) => [offset, reason]),
    [[1, 'invalid']],
  )
})

test('9.3 a store that is away loses nothing and parks nothing', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(names.map((name) => jobNamed(name)))
  let failures = 7
  const { sink, rows } = aStore(() => {
    if (failures-- > 0) throw new Fault('database.unavailable', 'test')
  })
  const consumption = await land(pipeline, sink)
  await until(() => landed(pipeline))
  await consumption.stop()
  equal(rows.size, 5)
  ok(pipeline.rests.length > 0)
  equal(pipeline.log.events('parked').length, 0)
})

test('9.4 a raw landing decodes only what no checksum vouches for', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  pipeline.log.append('jobs', { key: null, value: Buffer.from('not a record of ours') })
  await pipeline.log.publish([jobNamed('a')])
  const seen: number[] = []
  const { sink } = aStore(({ events }) => seen.push(...events.map(({ offset }) => offset)))
  const consumption = await land(pipeline, sink, false)
  await until(() => landed(pipeline))
  await consumption.stop()
  deepEqual(seen, [1])
  deepEqual(
    pipeline.log.events('parked').map(({ reason }) => reason),
    ['malformed'],
  )
})

test('9.5 a quiet store is complete to now, one that is behind says nothing', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  const { log, surroundings } = pipeline
  const told: number[] = []
  const sink: Sink = { ...aStore().sink, caughtUp: async ({ end }) => void told.push(end) }
  const keeping = {
    step: { name: 'test', reads: ['jobs'] },
    sink,
    log,
    surroundings,
    progress: new Progress(surroundings.clock),
    everyMs: 1,
  } as const
  const { signal } = new AbortController()
  await tell(keeping, signal)
  await log.publish([jobNamed('a')])
  await tell(keeping, signal)
  deepEqual(told, [0])
})
