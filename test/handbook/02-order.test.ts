import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { allDone, aPipeline, jobNamed, requesting, run, until } from './a-pipeline.ts'

test('2.1 events of one key leave in the order they came', async () => {
  const pipeline = await aPipeline()
  const versions = Array.from({ length: 50 }, (_, n) => n)
  await pipeline.log.publish(versions.flatMap((n) => [jobNamed('a', n), jobNamed('b', n)]))
  const { consumption } = await run(pipeline, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  for (const [, of] of Map.groupBy(pipeline.log.events('judging.live'), ({ jobId }) => jobId)) {
    deepEqual(
      of.map(({ jobVersion }) => jobVersion),
      versions,
    )
  }
})

test('2.2 a repeat makes the same event again: the same id, wherever and whenever', async () => {
  const pipeline = await aPipeline()
  await pipeline.log.publish([jobNamed('a'), jobNamed('a'), jobNamed('a')])
  const { consumption } = await run(pipeline, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  const ids = pipeline.log.events('judging.live').map(({ eventId }) => eventId)
  equal(ids.length, 3)
  equal(new Set(ids).size, 1)
})
