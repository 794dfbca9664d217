import type { World } from './open-world.ts'
import { openStores } from './stores.ts'

/** What the three stores hold of one tenant. */
export interface Holdings {
  readonly applications: readonly string[]
  readonly profiles: readonly string[]
  /** Application to overall, as Postgres has it */
  readonly scores: ReadonlyMap<string, number | null>
  readonly vectors: readonly string[]
  readonly facts: readonly string[]
  /** Application to overall, as ClickHouse has it */
  readonly scoreFacts: ReadonlyMap<string, number | null>
  /** processor, reason */
  readonly parked: readonly string[]
}

/** Differences between what was accepted and what each store holds; empty: they agree. */
export function differences(expected: readonly string[], held: Holdings): string[] {
  const wanted = [...expected].sort()
  const same = (name: string, ids: readonly string[]) => compare(name, wanted, [...ids].sort())
  return [
    ...same('applications in Postgres', held.applications),
    ...same('profiles in Postgres', held.profiles),
    ...same('scores in Postgres', [...held.scores.keys()]),
    ...same('vectors in Milvus', held.vectors),
    ...same('applications in ClickHouse', held.facts),
    ...same('scores in ClickHouse', [...held.scoreFacts.keys()]),
    ...[...held.scores]
      .filter(([id, overall]) => held.scoreFacts.has(id) && held.scoreFacts.get(id) !== overall)
      .map(
        ([id, overall]) => `score of ${id}: ${overall}, in ClickHouse ${held.scoreFacts.get(id)}`,
      ),
  ]
}

function compare(name: string, wanted: readonly string[], ids: readonly string[]): string[] {
  const held = new Set(ids)
  const missing = wanted.filter((id) => !held.has(id)).length
  const more = ids.length - wanted.filter((id) => held.has(id)).length
  return missing + more === 0 ? [] : [`${name}: ${missing} missing, ${more} too many`]
}

const POLL_MS = 300

/**
 * Awaits agreement of all three stores with what was accepted. It gives up when nothing has changed for a while.
 * @returns what they hold in the end
 */
export async function untilAgreed(
  world: World,
  expected: readonly string[],
  { patienceMs = 60_000 } = {},
): Promise<Holdings> {
  await using stores = openStores(world)
  let last = ''
  let changedAt = performance.now()
  for (;;) {
    // A store that has just come back may not answer yet: no agreement so far.
    const held = await holdings(stores).catch((error: Error) => error)
    const found = held instanceof Error ? [held.message] : differences(expected, held)
    if (!(held instanceof Error) && found.length === 0) return held
    const now = found.join('; ')
    if (now !== last) changedAt = performance.now()
    last = now
    if (performance.now() - changedAt > patienceMs) throw new Error(`no agreement: ${now}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function holdings({ postgres, milvus, clickhouse }: Stores): Promise<Holdings> {
  const scoreFacts = await clickhouse.facts<{ id: string; overall: number | null }>(
    'SELECT toString(application_id) AS id, overall FROM mart_score WHERE is_current AND tenant_id = {tenant: UUID}',
  )
  const applications = await clickhouse.facts<{ id: string }>(
    'SELECT toString(application_id) AS id FROM mart_application WHERE tenant_id = {tenant: UUID}',
  )
  const parked = await postgres.rows<{ what: string }>(
    `SELECT processor || ' ' || reason AS what FROM parked`,
  )
  return {
    applications: await idsOf(postgres, 'application WHERE applied_at IS NOT NULL'),
    profiles: await idsOf(postgres, 'profile WHERE generation = 1'),
    scores: await postgres.scores(),
    vectors: [...(await milvus.positions()).keys()],
    facts: applications.map(({ id }) => id),
    scoreFacts: new Map(scoreFacts.map(({ id, overall }) => [id, overall])),
    parked: [...parked.map(({ what }) => what), ...(await postgres.parkedUnread())],
  }
}

type Stores = ReturnType<typeof openStores>

async function idsOf({ rows }: Stores['postgres'], which: string): Promise<string[]> {
  const found = await rows<{ id: string }>(`SELECT application_id AS id FROM ${which}`)
  return found.map(({ id }) => id)
}
