import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { LaneGate } from '../../pipelines/runtime/lanes.ts'

test('6.1 with nothing live to do, every lane goes on', () => {
  const gate = new LaneGate(() => 0)
  deepEqual(
    ['live', 'backlog', 'replay'].map((lane) => gate.waitMs(lane as never)),
    [0, 0, 0],
  )
})

test('6.2 while live has lag the backlog waits, and goes on soon after', () => {
  let now = 0
  const gate = new LaneGate(() => now)
  gate.handled('live', 10, 5)
  equal(gate.waitMs('live'), 0)
  equal(gate.waitMs('backlog') > 0, true)
  now = 5000
  equal(gate.waitMs('backlog'), 0)
})

test('6.3 a replay takes at most its share while live has lag', () => {
  const gate = new LaneGate(() => 0, 0.3)
  gate.handled('live', 1, 1)
  let replayed = 0
  for (let turn = 0; turn < 1000; turn++) {
    gate.handled('live', 10, 1)
    if (gate.waitMs('replay') === 0) {
      gate.handled('replay', 10, 100)
      replayed += 10
    }
  }
  const share = replayed / (10_000 + replayed)
  equal(Math.round(share * 100), 30)
})
