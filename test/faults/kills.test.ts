import { deepEqual, equal } from 'node:assert/strict'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { TOPOLOGY } from '../../pipelines/topology.ts'
import { untilAgreed } from '../world/agreement.ts'
import { type NodeProcess, runNode } from '../world/node-process.ts'
import { openIntegration } from '../world/open-integration.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { applicationIds, someApplications } from '../world/some-applications.ts'
import { openStores } from '../world/stores.ts'
import { startWorker } from '../world/workers.ts'
import type { CrashPoint } from './crash-points.ts'
import { underLoad } from './load.ts'
import { seeded } from './seeded.ts'

const SEED = 20261124
const SEND_EVERY_MS = 400
// A dead member's partitions come back after this: soon enough for a test.
const SESSION = { KAFKA_SESSION_TIMEOUT_MS: '3000' }

const POINTS = {
  processor: ['polled', 'publishing', 'half published', 'published', 'committing', 'committed'],
  landing: ['claiming', 'polled', 'writing', 'written', 'committing', 'committed'],
} as const satisfies Record<string, readonly CrashPoint[]>
// Releasing has nothing to do until something is parked; its turn comes below.
const STEPS = TOPOLOGY.flatMap(({ name, kind }) => (kind === 'release' ? [] : [{ name, kind }]))
const KILLS = STEPS.reduce((sum, { kind }) => sum + POINTS[kind].length, 0)

let world: World
const survivors: NodeProcess[] = []
const accepted: InboxEvent[] = []
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
})
afterAll(async () => {
  await Promise.all(survivors.map((one) => one.stop()))
  await world?.close()
})

test(`${KILLS} kills between poll and commit change nothing (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  // Load until the last kill: a worker with nothing to do passes no crash point.
  const load = await underLoad(world, { everyMs: SEND_EVERY_MS })
  const plans = STEPS.map(({ name, kind }) => ({
    name,
    // A member claims once a life.
    lives: random
      .shuffled<CrashPoint>(POINTS[kind])
      .map((at) => ({ at, nth: at === 'claiming' ? 1 : 1 + random.below(2) })),
  }))
  const kills = await Promise.all(plans.map(({ name, lives }) => livesOf(name, lives)))
  equal(
    kills.reduce((sum, count) => sum + count),
    KILLS,
  )
  accepted.push(...(await load.stop()))
  const held = await untilAgreed(world, applicationIds(accepted))
  deepEqual(held.parked, [])
}, 300_000)

test('killed while it releases what waited for its job: released all the same, parked once', async () => {
  const integration = await openIntegration(world)
  const late = { from: accepted.length, job: 'late-job' }
  const [job, ...applications] = someApplications(world.tenantId, 3, late)
  await integration.send(applications)
  await using stores = openStores(world)
  const parked = () => stores.postgres.rows('SELECT processor, reason FROM parked')
  const unknown = applications.map(() => ({ processor: 'scoring', reason: 'job_unknown' }))
  await expect.poll(parked, { timeout: 60_000 }).toEqual(unknown)
  await integration.send([job!])
  await integration.close()
  await livesOf(
    'releasing',
    (['publishing', 'half published', 'published'] as const).map((at) => ({ at, nth: 2 })),
  )
  accepted.push(...applications)
  await untilAgreed(world, applicationIds(accepted))
  deepEqual(await parked(), unknown)
})

/**
 * One life after the other, each ended by its own hand; then one that lives, as the next step needs this one's events.
 * @returns how many were killed
 */
async function livesOf(step: string, lives: readonly { at: CrashPoint; nth: number }[]) {
  for (const { at, nth } of lives) {
    const args = ['test/faults/crashing-worker.ts', '--run', step, '--at', at, '--nth', String(nth)]
    const worker = runNode(args, { env: { ...world.env, ...SESSION } })
    const { signal, output } = await worker.ended
    if (signal !== 'SIGKILL') throw new Error(`${step} ended by itself at ${at}: ${output}`)
  }
  survivors.push(await startWorker(world, [step], SESSION))
  return lives.length
}
