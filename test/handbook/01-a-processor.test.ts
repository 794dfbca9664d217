import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { done, parked, skipped } from '../../core/processing/processor.ts'
import { allDone, aPipeline, aRequest, jobNamed, requesting, run, until } from './a-pipeline.ts'

test('1.1 a processor turns events into events', async () => {
  const pipeline = await aPipeline()
  await pipeline.log.publish([jobNamed('a'), jobNamed('b')])
  const { consumption } = await run(pipeline, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(pipeline.log.events('judging.live').length, 2)
})

test('1.2 every input ends in exactly one outcome: done, skipped or parked', async () => {
  const pipeline = await aPipeline()
  await pipeline.log.publish(['a', 'b', 'c'].map((name) => jobNamed(name)))
  const outcomes = {
    a: (job: Parameters<typeof aRequest>[0]) => done(aRequest(job)),
    b: () => skipped('superseded'),
    c: () => parked('job_unknown', 'c'),
  }
  const decide = (job: Parameters<typeof aRequest>[0]) =>
    outcomes[job.externalId as keyof typeof outcomes](job)
  const { consumption } = await run(pipeline, requesting({ decide }))
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(pipeline.log.events('judging.live').length, 1)
  deepEqual(
    pipeline.log.events('parked').map(({ reason, detail }) => [reason, detail]),
    [['job_unknown', 'c']],
  )
})

test('1.3 all reads of a chunk are one call, and answers come in the order of the events', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish(['a', 'b', 'c', 'd', 'e'].map((name) => jobNamed(name)))
  const chunks: string[][] = []
  const seen: [string, string][] = []
  const { consumption } = await run(pipeline, {
    name: 'test',
    version: '1',
    async gather(events) {
      const names = events.map(({ externalId }) => externalId)
      chunks.push(names)
      return names
    },
    decide(job, name) {
      seen.push([job.externalId, name])
      return skipped('nothing_to_do')
    },
  })
  await until(() => allDone(pipeline))
  await consumption.stop()
  deepEqual(chunks, [['a', 'b', 'c', 'd'], ['e']])
  deepEqual(
    seen.map(([job]) => job),
    seen.map(([, context]) => context),
  )
})
