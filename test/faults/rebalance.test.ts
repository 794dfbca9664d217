import { deepEqual, equal, ok } from 'node:assert/strict'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { STEP_NAMES } from '../../pipelines/topology.ts'
import { untilAgreed } from '../world/agreement.ts'
import type { NodeProcess } from '../world/node-process.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { applicationIds } from '../world/some-applications.ts'
import { openStores } from '../world/stores.ts'
import { startWorker } from '../world/workers.ts'
import { startZombie, type Zombie } from './late-write.ts'
import { underLoad } from './load.ts'

const SESSION = { KAFKA_SESSION_TIMEOUT_MS: '3000' }
const LANDINGS = STEP_NAMES.filter((name) => name.startsWith('landing-'))
const COMPUTE = STEP_NAMES.filter((name) => !name.startsWith('landing-'))
const PATIENCE = { timeout: 60_000, interval: 200 }

let world: World
const running: NodeProcess[] = []
const zombies: Zombie[] = []
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings'), partitions: 4 })
})
afterAll(async () => {
  for (const { process } of zombies) process.kill('SIGKILL')
  await Promise.all(running.map((worker) => worker.stop()))
  await world?.close()
})

async function start(steps: readonly string[]): Promise<NodeProcess> {
  const worker = await startWorker(world, steps, SESSION)
  running.push(worker)
  return worker
}

test('members come, go and freeze in the middle of flushes; what a zombie writes late changes nothing', async () => {
  await using stores = openStores(world)
  const [first] = await Promise.all([start(LANDINGS), start(COMPUTE)])
  const load = await underLoad(world, { everyMs: 150 })
  const inPostgres = startZombie(world, {
    step: 'landing-postgres',
    topic: 'scores',
    settings: SESSION,
  })
  const inMilvus = startZombie(world, {
    step: 'landing-milvus',
    topic: 'embeddings',
    settings: SESSION,
  })
  zombies.push(inPostgres, inMilvus)
  await start(LANDINGS)
  const lateRow = await inPostgres.frozen
  const lateVector = await inMilvus.frozen
  await first.stop()

  // Longer than the session: the one that is left has taken over, and landed newer events of the same keys.
  await load.repeat()
  const { topic, partition } = lateRow
  const epoch = async () => {
    const [ledger] = await stores.postgres.rows<{ epoch: string }>(
      `SELECT epoch FROM ledger
        WHERE store = 'postgres' AND topic = '${topic}' AND partition = ${partition}`,
    )
    return Number(ledger?.epoch)
  }
  await expect.poll(epoch, PATIENCE).toBeGreaterThan(lateRow.epoch)
  const places = async () => {
    const positions = await stores.milvus.positions()
    return lateVector.applications.map((id) => positions.get(id) ?? -1)
  }
  const overtaken = async () => (await places()).every((place) => place >= lateVector.next)
  await expect.poll(overtaken, PATIENCE).toBe(true)
  equal(await inPostgres.thaw(), 'landing.fenced')
  equal(await inMilvus.thaw(), 'written')
  ok(await overtaken(), 'an older vector has replaced a newer one')

  const held = await untilAgreed(world, applicationIds(await load.stop()))
  deepEqual(held.parked, [])
})
