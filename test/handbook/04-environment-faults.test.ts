import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { allDone, aPipeline, jobNamed, requesting, run, until } from './a-pipeline.ts'

/** Fails `times` calls, then works. */
function failing(times: number) {
  let calls = 0
  return {
    calls: () => calls,
    gather: async (events: readonly unknown[]) => {
      if (calls++ < times) throw new Fault('key_store.unavailable', 'test')
      return events.map(() => null)
    },
  }
}

test('4.1 a store that is away parks nothing: it is asked again by the table', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a')])
  const store = failing(3)
  const { consumption } = await run(pipeline, requesting({ gather: store.gather }))
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(store.calls(), 4)
  deepEqual(pipeline.rests, [])
  equal(pipeline.log.events('parked').length, 0)
})

test('4.2 still away after the table: the partition rests, each time longer, and loses nothing', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a'), jobNamed('b')])
  const store = failing(12)
  const { consumption } = await run(pipeline, requesting({ gather: store.gather }))
  await until(() => allDone(pipeline))
  await consumption.stop()
  deepEqual(pipeline.rests, [250, 500, 1000])
  equal(pipeline.log.events('judging.live').length, 2)
  equal(pipeline.log.events('parked').length, 0)
})

test('4.3 what could not be published is not done: it is decided and published again', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a')])
  let failures = 2
  const { surroundings, log } = pipeline
  const publisher = {
    publish: async (...given: Parameters<typeof log.publish>) => {
      if (failures-- > 0) throw new Fault('event_log.unavailable', 'test')
      return log.publish(...given)
    },
  }
  const broken = { ...pipeline, surroundings: { ...surroundings, publisher } }
  const { consumption } = await run(broken, requesting())
  await until(() => allDone(pipeline))
  await consumption.stop()
  equal(log.events('judging.live').length, 1)
})

test('4.4 a call that never answers is the environment’s fault, not its event’s', async () => {
  const pipeline = await aPipeline({ partitions: 1 })
  await pipeline.log.publish([jobNamed('a')])
  let calls = 0
  const gather = async (events: readonly unknown[]) => {
    if (calls++ < 4) throw Object.assign(new Error('slow'), { name: 'TimeoutError' })
    return events.map(() => null)
  }
  const { consumption } = await run(pipeline, requesting({ gather }))
  await until(() => allDone(pipeline))
  await consumption.stop()
  ok(pipeline.rests.length > 0)
  equal(pipeline.log.events('parked').length, 0)
})
