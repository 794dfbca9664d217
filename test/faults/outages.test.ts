import { deepEqual } from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { engineControl } from '../../infra/local/engine-control.ts'
import type { EngineName } from '../../infra/local/engines/engine.ts'
import { aJobVersion } from '../builders/a-job-event.ts'
import { untilAgreed } from '../world/agreement.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { openWorldLog } from '../world/open-world-log.ts'
import { applicationIds } from '../world/some-applications.ts'
import { openStores } from '../world/stores.ts'
import { startWorker, startWorkers, type Workers } from '../world/workers.ts'
import { underLoad } from './load.ts'

const OUTAGE_MS = 20_000
const SEND_EVERY_MS = 500
// Longer on a busy machine; the outage lasts until then.
const PROGRESS = { timeout: 60_000, interval: 300 }

let world: World
let workers: Workers
const accepted: InboxEvent[] = []
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  workers = await startWorkers(world)
  const load = await underLoad(world, { everyMs: SEND_EVERY_MS })
  accepted.push(...(await load.stop()))
  await untilAgreed(world, applicationIds(accepted))
})
afterAll(async () => {
  await workers?.stop()
  await world?.close()
})

const control = () => engineControl(inject('engineControl'))

/** Takes engines away for 20 s under load, and longer if `meanwhile` has not yet seen that the rest goes on. */
async function without(engines: readonly EngineName[], meanwhile: () => Promise<unknown>) {
  const { stop, start } = control()
  const load = await underLoad(world, { everyMs: SEND_EVERY_MS, from: accepted.length })
  try {
    await Promise.all(engines.map((name) => stop(name)))
    await Promise.all([meanwhile(), sleep(OUTAGE_MS)])
  } finally {
    await Promise.all(engines.map((name) => start(name)))
    accepted.push(...(await load.stop()))
  }
}

/** All stores agree, nothing was parked, and the processes are still those that were started. */
async function unharmed() {
  const held = await untilAgreed(world, applicationIds(accepted))
  deepEqual(held.parked, [])
  const ends = workers.processes.map(({ ended }) => Promise.race([ended, 'still running']))
  deepEqual(await Promise.all(ends), ['still running', 'still running'])
}

type Store = 'postgres' | 'milvus' | 'clickhouse'

async function goesOn(...stores: Store[]) {
  await using held = openStores(world)
  const before = await Promise.all(stores.map((store) => held[store].count()))
  const more = async () => {
    const now = await Promise.all(stores.map((store) => held[store].count()))
    return now.every((count, i) => count > before[i]! + 5)
  }
  await expect.poll(more, PROGRESS).toBe(true)
}

// One does not need the other, and waiting for both at once is shorter.
test('ClickHouse and the registry away: the other stores go on, a worker starts from its cache', async () => {
  await without(['clickhouse', 'registry'], async () => {
    const newcomer = startWorker(world, ['intake'])
    await goesOn('postgres', 'milvus')
    await (await newcomer).stop()
  })
  await unharmed()
})

// Milvus takes its time to come back: Postgres is away meanwhile.
test('Milvus away: the other stores go on. Postgres away: who seals personal data waits, what is in the log lands elsewhere', async () => {
  await without(['milvus'], () => goesOn('postgres', 'clickhouse'))
  await without(['postgres'], aJobLands)
  await unharmed()
}, 240_000)

async function aJobLands() {
  const { log } = await openWorldLog(world)
  const { tenantId } = world
  const job = aJobVersion({ tenantId, externalId: 'of-the-outage' })
  await log.publish([{ topic: 'jobs', key: job.jobId, value: job }])
  await log.close()
  await using stores = openStores(world)
  const facts = () =>
    stores.clickhouse.facts(`SELECT 1 FROM job_fact_g1
      WHERE tenant_id = {tenant: UUID} AND external_id = 'of-the-outage'`)
  await expect.poll(async () => (await facts()).length, PROGRESS).toBe(1)
}
