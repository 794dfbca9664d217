import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { aServing } from '../../test/builders/a-serving.ts'

const up = (name: string, required = true) => ({ name, required, check: async () => {} })
const down = (name: string, required: boolean) => ({
  name,
  required,
  check: () => Promise.reject(new Fault('database.unavailable', 'at a secret address')),
})

for (const [because, probes, phase, status, says] of [
  ['all answer', [up('postgres'), up('milvus', false)], 'serving', 200, 'ready'],
  [
    'a store that is only missed is away',
    [up('postgres'), down('milvus', false)],
    'serving',
    200,
    'degraded',
  ],
  ['a store that is needed is away', [down('postgres', true)], 'serving', 503, 'not_ready'],
  ['it is going', [up('postgres')], 'draining', 503, 'not_ready'],
  ['it is coming', [up('postgres')], 'starting', 503, 'not_ready'],
] as const) {
  test(`ready says ${status} ${says} when ${because}; alive says 200`, async () => {
    const { app } = await aServing({ probes, lifecycle: { phase } })
    const answer = await app.inject('/readyz')
    deepEqual([answer.statusCode, answer.json().status], [status, says])
    equal((await app.inject('/livez')).statusCode, 200)
    equal((await app.inject('/startupz')).statusCode, phase === 'starting' ? 503 : 200)
  })
}

test('the store that is away is named, by a code and nothing else', async () => {
  const { app } = await aServing({ probes: [up('postgres'), down('milvus', false)] })
  const { checks } = (await app.inject('/readyz')).json()
  deepEqual(
    checks.map(({ name, ok, reason }: { name: string; ok: boolean; reason?: string }) => [
      name,
      ok,
      reason,
    ]),
    [
      ['postgres', true, undefined],
      ['milvus', false, 'database.unavailable'],
    ],
  )
})

test('a dependency that hangs does not hang the answer', async () => {
  const hangs = { name: 'milvus', required: false, check: () => new Promise(() => {}) }
  const { app } = await aServing({ probes: [hangs] })
  const answer = await app.inject('/readyz')
  equal(answer.json().status, 'degraded')
})
