import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import type { BatchSession } from '../../core/ports/event-log.ts'
import { LaneGate } from '../../pipelines/runtime/lanes.ts'
import {
  ProcessorRunner,
  type ProcessorSettings,
} from '../../pipelines/runtime/processor-runner.ts'
import { Progress } from '../../pipelines/runtime/progress.ts'
import {
  allDone,
  aPipeline,
  jobNamed,
  type Pipeline,
  requesting,
  run,
  until,
} from './a-pipeline.ts'

const settings: ProcessorSettings = { chunkSize: 2, retry: 'internalApi', lane: () => 'live' }

function aRunner({ surroundings }: Pipeline, processor = requesting()) {
  const progress = new Progress(surroundings.clock)
  const gate = new LaneGate(surroundings.clock)
  return new ProcessorRunner({ processor, settings, surroundings, progress, gate })
}

const aSession = (changes: Partial<BatchSession> = {}): BatchSession => ({
  signal: new AbortController().signal,
  draining: () => false,
  commit: async () => {},
  ...changes,
})

const batchOf = ({ log }: Pipeline) => {
  const records = log.records('jobs')[0]!
  return { topic: 'jobs', partition: 0, records, end: records.length } as const
}

test('5.1 a crash after publishing and before the commit does the work twice, to one effect', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a'), jobNamed('b')])
  // The first life ends here, its offsets never committed.
  await aRunner(pipeline).onBatch(batchOf(pipeline), aSession())
  const { consumption } = await run(pipeline, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  const ids = pipeline.log.events('judging.live').map(({ eventId }) => eventId)
  deepEqual([ids.length, new Set(ids).size], [4, 2])
})

test('5.2 the watermark stands behind what is published, never before it', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(['a', 'b', 'c', 'd', 'e'].map((name) => jobNamed(name)))
  let published = 0
  const { log, surroundings } = pipeline
  const publisher = {
    async publish(...given: Parameters<typeof log.publish>) {
      if (published === 2) throw new Fault('event_log.unavailable', 'away')
      await log.publish(...given)
      published += given[0].length
    },
  }
  const runner = aRunner({ ...pipeline, surroundings: { ...surroundings, publisher } })
  const handled = await runner.onBatch(batchOf(pipeline), aSession())
  equal(handled.next, 2)
  equal(log.events('judging.live').length, 2)
})

test('5.3 a group that rebalances lets the chunk in hand finish and begins no other', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(['a', 'b', 'c', 'd', 'e'].map((name) => jobNamed(name)))
  let draining = false
  const gather = async (events: readonly unknown[]) => {
    draining = true
    return events.map(() => null)
  }
  const runner = aRunner(pipeline, requesting({ gather }))
  const handled = await runner.onBatch(batchOf(pipeline), aSession({ draining: () => draining }))
  equal(handled.next, 2)
  equal(pipeline.log.events('judging.live').length, 2)
})
