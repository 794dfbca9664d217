import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { openJobView } from '../../pipelines/job-view.ts'
import { Releasing } from '../../pipelines/releasing.ts'
import { parkedRecord, parkingFor } from '../../pipelines/runtime/parking.ts'
import { aJobVersion } from '../builders/a-job-event.ts'
import { aPipeline, aRequest, type Pipeline, until } from './a-pipeline.ts'

/** A request parked because its job was unknown. */
async function aWaiting({ log, surroundings }: Pipeline, externalId: string) {
  const job = aJobVersion({ externalId })
  const request = aRequest(job)
  await log.publish([request])
  const record = log.records('judging.live').flat().at(-1)!
  const parking = { ...parkingFor('job_unknown', job.jobId), tenantId: job.tenantId }
  const lot = { processor: 'test', key: surroundings.parkingKey, clock: () => 0 }
  await log.publish([parkedRecord(lot, record, parking)])
  return { job, request }
}

async function releasing({ log, codec, surroundings }: Pipeline) {
  const jobs = await openJobView(log, codec, 'test')
  const released = new Releasing({ jobs, surroundings })
  await log.consume({
    group: 'releasing',
    topics: ['parked'],
    concurrency: 1,
    ephemeral: true,
    onBatch: (batch, { signal }) => released.onBatch(batch, signal),
  })
  return released
}

test('8.1 what waits for its job is released when the job arrives, as it was, one attempt later', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  const { job, request } = await aWaiting(pipeline, 'late')
  const released = await releasing(pipeline)
  await until(() => released.waiting() === 1)
  await pipeline.log.publish([{ topic: 'jobs', key: job.jobId, value: job }])
  await until(() => pipeline.log.records('judging.live').flat().length === 2)
  const [first, second] = pipeline.log.records('judging.live').flat()
  deepEqual(second!.value, first!.value)
  deepEqual(second!.key, Buffer.from(request.key))
  equal(second!.headers.hs_attempt, '2')
  await pipeline.log.close()
})

test('8.2 other jobs release nothing', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await aWaiting(pipeline, 'late')
  const released = await releasing(pipeline)
  await until(() => released.waiting() === 1)
  const other = aJobVersion({ externalId: 'other' })
  await pipeline.log.publish([{ topic: 'jobs', key: other.jobId, value: other }])
  const marker = await aWaiting(pipeline, 'marker')
  await pipeline.log.publish([{ topic: 'jobs', key: marker.job.jobId, value: marker.job }])
  await until(() => pipeline.log.records('judging.live').flat().length === 3)
  equal(released.waiting(), 1)
  await pipeline.log.close()
})

test('8.3 a restart forgets nothing that waits', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  const { job } = await aWaiting(pipeline, 'late')
  await releasing(pipeline)
  const afterRestart = await releasing(pipeline)
  await until(() => afterRestart.waiting() === 1)
  await pipeline.log.publish([{ topic: 'jobs', key: job.jobId, value: job }])
  // Twice by two lives: a repeat like any other.
  await until(() => pipeline.log.records('judging.live').flat().length === 3)
  await pipeline.log.close()
})
