import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { unseal } from '../../core/security/sealing.ts'
import { allDone, aPipeline, aRequest, jobNamed, requesting, run, until } from './a-pipeline.ts'

const LENIENT = { parkedShare: { limit: 1, window: 200 } }

test('3.1 a record that fails by its own fault is parked once, and its neighbours go on', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a')])
  pipeline.log.append('jobs', { key: Buffer.from('k'), value: Buffer.from('no avro at all') })
  await pipeline.log.publish([jobNamed('b')])
  const { consumption } = await run(pipeline, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(pipeline.log.events('judging.live').length, 2)
  const [parked, ...others] = pipeline.log.events('parked')
  deepEqual(others, [])
  deepEqual([parked!.reason, parked!.offset, parked!.processor], ['malformed', 1, 'test'])
})

test('3.2 what is parked is sealed, and opens with the parking key at its place', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  const secret = Buffer.from('Jane Doe, jane@example.com')
  pipeline.log.append('jobs', { key: null, value: secret })
  const { consumption } = await run(pipeline, requesting(), LENIENT)
  await until(() => allDone(pipeline))
  await consumption.stop()
  const [parked] = pipeline.log.events('parked')
  doesNotMatch(JSON.stringify(parked), /Jane|example/)
  const opened = unseal(pipeline.surroundings.parkingKey, 'jobs/0/0', parked!.sealedValue!)
  deepEqual(opened, secret)
})

test('3.3 a flipped bit is found by its checksum, though Avro reads it', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  const value = pipeline.codec.encode('jobs', jobNamed('a').value as never)
  const headers = { hs_crc: 'deadbeef' }
  pipeline.log.append('jobs', { key: Buffer.from('k'), value, headers })
  const { consumption } = await run(pipeline, requesting(), LENIENT)
  await until(() => allDone(pipeline))
  await consumption.stop()
  deepEqual(
    pipeline.log.events('parked').map(({ reason }) => reason),
    ['corrupt'],
  )
})

test('3.4 a bug parks the event that shows it, names its place, and quotes nothing', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a'), jobNamed('b'), jobNamed('c')])
  const gather = async (events: readonly { externalId: string }[]) => {
    if (events.some(({ externalId }) => externalId === 'b')) throw new Error('Jane Doe broke it')
    return events.map(() => null)
  }
  const { consumption } = await run(pipeline, requesting({ gather }), LENIENT)
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(pipeline.log.events('judging.live').length, 2)
  const [parked] = pipeline.log.events('parked')
  equal(parked!.reason, 'bug')
  match(parked!.detail, /^Error at 03-parking\.test\.ts:\d+$/)
})

test('3.5 a result too large for the log parks its cause', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a'), jobNamed('b')])
  const decide: Parameters<typeof requesting>[0] = {
    decide(job) {
      const request = aRequest(job)
      const broken = job.externalId === 'a' ? { applicationId: 'no uuid' } : {}
      return {
        kind: 'done',
        publish: [{ ...request, value: { ...request.value, ...broken } as never }],
      }
    },
  }
  const { consumption } = await run(pipeline, requesting(decide), LENIENT)
  await until(() => allDone(pipeline))
  await consumption.stop()
  deepEqual(
    pipeline.log.events('parked').map(({ reason }) => reason),
    ['malformed'],
  )
  equal(new Set(pipeline.log.events('judging.live').map(({ eventId }) => eventId)).size, 1)
})

test('3.6 when most of what arrives is parked, the group stops loudly', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  for (let n = 0; n < 20; n++) pipeline.log.append('jobs', { key: null, value: Buffer.of(1, 2, 3) })
  const settings = { parkedShare: { limit: 0.2, window: 10 } }
  const { consumption } = await run(pipeline, requesting(), settings)
  await rejects(consumption.failed, /event_log\.parking_too_much/)
})
