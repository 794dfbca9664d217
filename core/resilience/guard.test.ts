import { equal, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../fault.ts'
import { guard } from './guard.ts'

function aService() {
  let now = 0
  let calls = 0
  let away = true
  const guarded = guard({ code: 'vector_index.unavailable', clock: () => now, random: () => 0 })
  const ask = () =>
    guarded.run(async () => {
      calls++
      if (away) throw new Fault('vector_index.unavailable', 'test')
      return 'answer'
    })
  return {
    ask,
    calls: () => calls,
    pass: (ms: number) => (now += ms),
    comeBack: () => (away = false),
  }
}

test('a service that is away is not asked again and again, and is found when it is back', async () => {
  const service = aService()
  for (let n = 0; n < 100; n++) await rejects(service.ask(), /vector_index\.unavailable/)
  equal(service.calls(), 10)
  service.comeBack()
  service.pass(31_000)
  for (let n = 0; n < 10; n++) equal(await service.ask(), 'answer')
})

test('what a caller asked wrongly says nothing against the service', async () => {
  const guarded = guard({ code: 'vector_index.unavailable', clock: () => 0, random: () => 0 })
  let calls = 0
  const wrong = async () => {
    calls++
    throw new Fault('vector_index.bad_vector', 'test')
  }
  for (let n = 0; n < 50; n++) await rejects(guarded.run(wrong), /bad_vector/)
  equal(calls, 50)
})
