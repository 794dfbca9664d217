import { deepEqual, equal } from 'node:assert/strict'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { TOPOLOGY } from '../../pipelines/topology.ts'
import { untilAgreed } from '../world/agreement.ts'
import { runNode } from '../world/node-process.ts'
import { openIntegration } from '../world/open-integration.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { anApplication, applicationIds, someApplications } from '../world/some-applications.ts'
import { startWorker } from '../world/workers.ts'
import type { CrashPoint } from './crash-points.ts'
import { seeded } from './seeded.ts'

const SEED = 20261124
const SEND_EVERY_MS = 400
// A dead member's partitions come back after this: soon enough for a test.
const SESSION = { KAFKA_SESSION_TIMEOUT_MS: '3000' }

const POINTS = {
  processor: ['polled', 'publishing', 'half published', 'published', 'committing', 'committed'],
  landing: ['claiming', 'polled', 'writing', 'written', 'committing', 'committed'],
} as const satisfies Record<string, readonly CrashPoint[]>
// Releasing has nothing to do here: its reads are its own, and nothing is parked.
const STEPS = TOPOLOGY.flatMap(({ name, kind }) => (kind === 'release' ? [] : [{ name, kind }]))
const KILLS = STEPS.reduce((sum, { kind }) => sum + POINTS[kind].length, 0)

let world: World
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
})
afterAll(() => world?.close())

test(`${KILLS} kills between poll and commit change nothing (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const integration = await openIntegration(world)
  const events = someApplications(world.tenantId, 5)
  await integration.send(events)
  // Load until the last kill: a worker with nothing to do passes no crash point.
  let n = 5
  const load = setInterval(() => {
    const next = anApplication(world.tenantId, n++)
    events.push(next)
    integration.send([next]).catch(() => {}) // the agreement below would miss it
  }, SEND_EVERY_MS)
  const plans = STEPS.map(({ name, kind }) => ({
    name,
    // A member claims once a life.
    lives: random
      .shuffled<CrashPoint>(POINTS[kind])
      .map((at) => ({ at, nth: at === 'claiming' ? 1 : 1 + random.below(2) })),
  }))
  const ends = await Promise.all(plans.map(({ name, lives }) => livesOf(name, lives)))
  clearInterval(load)
  const signals = ends.flatMap((end) => end.signals)
  equal(signals.length, KILLS)
  const held = await untilAgreed(world, applicationIds(events))
  deepEqual(held.parked, [])
  await Promise.all(ends.map(({ survivor }) => survivor.stop()))
  await integration.close()
}, 300_000)

/** One life after the other, each ended by its own hand; then one that lives, as the next step needs this one's events. */
async function livesOf(step: string, lives: readonly { at: CrashPoint; nth: number }[]) {
  const signals: (string | null)[] = []
  for (const { at, nth } of lives) {
    const args = ['test/faults/crashing-worker.ts', '--run', step, '--at', at, '--nth', String(nth)]
    const worker = runNode(args, { env: { ...world.env, ...SESSION } })
    const { signal, output } = await worker.ended
    if (signal !== 'SIGKILL') throw new Error(`${step} ended by itself at ${at}: ${output}`)
    signals.push(signal)
  }
  return { signals, survivor: await startWorker(world, [step], SESSION) }
}
