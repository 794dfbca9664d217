import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { late, latePublisher } from './late.ts'

test('opened once, however many ask at once', async () => {
  let opened = 0
  const part = late(async () => ++opened)
  equal(part.current(), null)
  deepEqual(await Promise.all([part.get(), part.get()]), [1, 1])
  equal(part.current(), 1)
})

test('opened again after it failed', async () => {
  let tries = 0
  const part = late(async () => {
    if (++tries === 1) throw new Error('away')
    return 'here'
  })
  await rejects(part.get(), /away/)
  equal(await part.get(), 'here')
})

test('who sends to a log that does not open is told so, and does not wait for ever', async () => {
  const publisher = latePublisher(late(() => new Promise(() => {})))
  await rejects(publisher.publish([]), /event_log.unavailable/)
})
