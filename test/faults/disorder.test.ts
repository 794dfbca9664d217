import { deepEqual, equal } from 'node:assert/strict'
import { afterAll, beforeAll, inject, test } from 'vitest'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { untilAgreed } from '../world/agreement.ts'
import { openIntegration } from '../world/open-integration.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { applicationIds, someApplications } from '../world/some-applications.ts'
import { openStores } from '../world/stores.ts'
import { startWorkers, type Workers } from '../world/workers.ts'
import { seeded } from './seeded.ts'

const SEED = 20261124
const APPLICATIONS = 20
const DAY_MS = 86_400_000

let world: World
let workers: Workers
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  workers = await startWorkers(world, { SCORING_JOB_PATIENCE_MS: '4000' })
})
afterAll(async () => {
  await workers?.stop()
  await world?.close()
})

/** What became of an application: screened, interviewed, and each fourth withdrew at last. */
function movesOf({ tenantId, source, occurredAt }: InboxEvent, n: number): InboxEvent[] {
  const externalId = `application-${n}`
  const later = (days: number, payload: InboxEvent['payload']) => ({
    eventId: `${payload.type}-${days}-${n}`,
    tenantId,
    source,
    occurredAt: occurredAt + days * DAY_MS,
    payload,
  })
  const move = (from: string, to: string) =>
    ({ type: 'stage_changed', externalId, from, to, by: null, reason: null }) as const
  return [
    later(1, move('applied', 'screened')),
    later(2, move('screened', 'interviewed')),
    ...(hasWithdrawn(n)
      ? [later(3, { type: 'application_withdrawn', externalId, reason: null })]
      : []),
  ]
}
const hasWithdrawn = (n: number) => n % 4 === 0

interface Standing {
  readonly stage: string
  readonly withdrawn: boolean
  readonly count: number
}

test(`every event three times and in any order ends as if told once and in order (seed ${SEED})`, async () => {
  const [job, ...applications] = someApplications(world.tenantId, APPLICATIONS)
  const told = [...applications, ...applications.flatMap(movesOf)]
  const { shuffled } = seeded(SEED)
  const integration = await openIntegration(world)
  // The job last of all: whoever applied waits for it. A withdrawal may come before what it withdraws.
  await integration.send([...shuffled([...told, ...told, ...told]), job!, job!, job!])
  const held = await untilAgreed(world, applicationIds(applications))
  await integration.close()
  deepEqual(held.parked, [])

  await using stores = openStores(world)
  const inPostgres = await stores.postgres.rows<Standing>(
    `SELECT stage, disposition = 'withdrawn' AS withdrawn, count(*)::int AS count
      FROM application GROUP BY 1, 2 ORDER BY 2`,
  )
  const withdrawn = applications.filter((_, n) => hasWithdrawn(n)).length
  deepEqual(inPostgres, [
    { stage: 'interviewed', withdrawn: false, count: APPLICATIONS - withdrawn },
    { stage: 'interviewed', withdrawn: true, count: withdrawn },
  ])
  // A fact's stage is withdrawn where the person withdrew.
  const inClickHouse = await stores.clickhouse.facts<Standing & { moves: number }>(
    `SELECT stage, withdrawn, toUInt32(stage_moves) AS moves, toUInt32(count()) AS count
      FROM mart_application WHERE tenant_id = {tenant: UUID} GROUP BY ALL ORDER BY withdrawn`,
  )
  deepEqual(inClickHouse, [
    { stage: 'interviewed', withdrawn: false, moves: 2, count: APPLICATIONS - withdrawn },
    { stage: 'withdrawn', withdrawn: true, moves: 2, count: withdrawn },
  ])
  const [history] = await stores.postgres.rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM stage_history',
  )
  equal(history?.count, 2 * APPLICATIONS + withdrawn)
})
