import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../fault.ts'
import { delayMs, withRetry } from './retry.ts'

for (const [operation, failures, least, because] of [
  ['internalApi', 1, 100, 'the first wait'],
  ['internalApi', 2, 200, 'doubles'],
  ['internalApi', 3, 400, 'doubles again'],
  ['internalApi', 4, null, 'three retries are all'],
  ['database', 1, 50, 'fixed'],
  ['database', 2, 50, 'stays fixed'],
  ['database', 3, null, 'two retries are all'],
  ['llmInference', 2, 2_000, 'doubles'],
  ['llmInference', 3, null, 'two retries are all'],
  ['parsing', 3, 30_000, 'the last wait is the longest'],
  ['externalIntegration', 2, 5_000, 'as parsing'],
] as const) {
  test(`${operation} after ${failures} failures waits ${least}: ${because}`, () => {
    equal(
      delayMs(operation, failures, () => 0),
      least,
    )
  })
}

test('jitter adds at most a tenth', () => {
  equal(
    delayMs('internalApi', 2, () => 0.5),
    210,
  )
})

/** A call that fails as listed, then answers; and what was slept. */
function surroundings(errors: readonly Error[], signal = new AbortController().signal) {
  const slept: number[] = []
  let calls = 0
  return {
    slept,
    calls: () => calls,
    call: async () => {
      const error = errors[calls++]
      if (error) throw error
      return 'answer'
    },
    around: { sleep: async (ms: number) => slept.push(ms), random: () => 0, signal },
  }
}
const away = new Fault('database.unavailable', 'x')

test('a retriable fault is tried again until it answers', async () => {
  const { call, around, slept } = surroundings([away, away])
  equal(await withRetry('database', call, around), 'answer')
  deepEqual(slept, [50, 50])
})

test('the last fault is thrown when the tries are used up', async () => {
  const { call, around, calls } = surroundings([away, away, away, away])
  await rejects(withRetry('database', call, around), away)
  equal(calls(), 3)
})

for (const [error, because] of [
  [new Fault('database.refused', 'x'), 'a fault that another try cannot cure'],
  [new TypeError('bug'), 'a bug'],
] as const) {
  test(`${because} is thrown at once`, async () => {
    const { call, around, calls } = surroundings([error])
    await rejects(withRetry('database', call, around), error)
    equal(calls(), 1)
  })
}

test('an abort ends the tries with its reason', async () => {
  const stop = new AbortController()
  const { around } = surroundings([], stop.signal)
  const reason = new Error('stopping')
  const call = async () => {
    stop.abort(reason)
    throw away
  }
  await rejects(withRetry('database', call, around), reason)
})
