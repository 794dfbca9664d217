import { deepEqual, ok } from 'node:assert/strict'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { untilAgreed } from '../world/agreement.ts'
import { openIntegration } from '../world/open-integration.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { applicationIds, someApplications } from '../world/some-applications.ts'
import { startWorkers, type Workers } from '../world/workers.ts'

let world: World
let workers: Workers
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  workers = await startWorkers(world)
})
afterAll(async () => {
  await workers?.stop()
  await world?.close()
})

test('events in any order, some of them ten times, end in one row, vector, score and fact each', async () => {
  const integration = await openIntegration(world)
  const events = someApplications(world.tenantId, 30)
  // The job after its applications, and everything again, backwards.
  await integration.send([...events.slice(1), ...events.slice(0, 1), ...events.toReversed()])
  for (let repeat = 0; repeat < 8; repeat++) await integration.send(events.slice(1, 4))
  const held = await untilAgreed(world, applicationIds(events))
  deepEqual(held.parked, [])
  ok(new Set(held.scores.values()).size > 1, 'people differ')
  await integration.close()
})
