import { deepEqual, equal } from 'node:assert/strict'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Topic } from '../../core/events/topics.ts'
import type { ParkingReason } from '../../core/processing/processor.ts'
import { TOPOLOGY } from '../../pipelines/topology.ts'
import { aJobVersion, anInboxEvent } from '../builders/a-job-event.ts'
import { untilAgreed } from '../world/agreement.ts'
import { openIntegration } from '../world/open-integration.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { openWorldLog } from '../world/open-world-log.ts'
import { aJob, applicationIds, someApplications } from '../world/some-applications.ts'
import { openStores } from '../world/stores.ts'
import { startWorkers, type Workers } from '../world/workers.ts'
import { bombed, flipped, openRawTopics, type RawRecord } from './hostile-records.ts'
import { seeded } from './seeded.ts'

const SEED = 20261124
const FLIPS = 40
const MEGABYTE = 1_000_000
const TOPICS = ['inbox', 'applications', 'profiles', 'embeddings', 'scores', 'jobs'] as const

let world: World
let workers: Workers
let log: Awaited<ReturnType<typeof openWorldLog>>
let raw: Awaited<ReturnType<typeof openRawTopics>>
let samples: ReadonlyMap<Topic, RawRecord>
const accepted: string[] = []
/** What must be parked by now: processor, reason, place */
const expected: string[] = []

beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  // So much is bad here that every group would stop, as it should.
  workers = await startWorkers(world, { PARKED_SHARE: '1' })
  ;[log, raw] = [await openWorldLog(world), await openRawTopics(world)]
  await apply()
  samples = await raw.samples(TOPICS)
})
afterAll(async () => {
  await Promise.all([log?.log.close(), raw?.close(), workers?.stop()])
  await world?.close()
})

/** New applications go the whole way. */
async function apply() {
  const integration = await openIntegration(world)
  const events = someApplications(world.tenantId, 4, { from: accepted.length })
  await integration.send(events)
  await integration.close()
  accepted.push(...applicationIds(events))
  await untilAgreed(world, accepted)
}

/** Good events go on, what is parked is what should be, once, and no worker has ended. */
async function goesOn() {
  await apply()
  await using stores = openStores(world)
  const parked = async () => (await stores.postgres.parkedUnread()).sort()
  await expect.poll(parked, { timeout: 30_000 }).toEqual([...expected].sort())
  const ends = workers.processes.map(({ ended }) => Promise.race([ended, 'still running']))
  deepEqual(await Promise.all(ends), ['still running', 'still running'])
}

/** Writes a record past all our rules; with a reason, each group that reads its topic has to park it once. */
async function inflict(topic: Topic, record: Partial<RawRecord>, why: Expected) {
  const place = await raw.write(topic, {
    key: Buffer.from('hostile'),
    headers: {},
    value: null,
    ...record,
  })
  const reason = why === 'as read' ? reasonFor(topic, record.value!) : why
  if (reason === null) return
  for (const step of TOPOLOGY) {
    const reads = step.kind !== 'release' && (step.reads as readonly Topic[]).includes(topic)
    if (reads) expected.push(`${step.name} ${reason} ${place}`)
  }
}

const unknownSchema = (value: Buffer) => {
  const other = Buffer.from(value)
  other.writeUInt32BE(4_711_000, 1)
  return other
}

/** null: nobody parks it; `as read`: for whatever the codec finds in it first */
type Expected = ParkingReason | 'as read' | null
type Case = readonly [string, (sound: RawRecord) => Partial<RawRecord>, Expected]
const CASES: readonly Case[] = [
  ['text', () => ({ value: Buffer.from('what is this?') }), 'malformed'],
  ['an empty value', () => ({ value: Buffer.alloc(0) }), 'malformed'],
  ['a tombstone', () => ({ value: null }), null],
  ['Avro cut short', ({ value }) => ({ value: value!.subarray(0, value!.length >> 1) }), 'as read'],
  ['an unknown schema id', ({ value }) => ({ value: unknownSchema(value!) }), 'schema_unknown'],
  [
    'a bit flipped under our checksum',
    ({ value, headers }) => ({ headers, value: flipped(value!, value!.length - 1) }),
    'corrupt',
  ],
  [
    'a bit flipped in an id, without a checksum',
    ({ value }) => ({ value: flipped(value!, tenantAt(value!), 0x80) }),
    'malformed',
  ],
]

test('what is no event of ours is parked once by each group that reads it; everything else goes on', async () => {
  for (const topic of TOPICS) {
    for (const [, made, reason] of CASES) await inflict(topic, made(samples.get(topic)!), reason)
  }
  await goesOn()
  // Each by one group, nothing twice: what is parked can be counted in the log, too.
  equal(await raw.count('parked'), expected.length)
})

test('an Avro length bomb and messages of 20 MB are parked unread', async () => {
  const { codec } = log
  const job = aJobVersion({ tenantId: world.tenantId })
  const versions = [[], ['x']].map((cultureAttributes) =>
    codec.encode('jobs', { ...job, cultureAttributes: cultureAttributes.map(String) }),
  )
  await inflict('jobs', { value: bombed(versions[0]!, versions[1]!) }, 'bomb')
  const { payload } = aJob(world.tenantId)
  const events = [[], ['x']].map((cultureAttributes) =>
    codec.encode('inbox', anInboxEvent({ ...payload, cultureAttributes } as typeof payload)),
  )
  await inflict('inbox', { value: bombed(events[0]!, events[1]!) }, 'bomb')
  for (const topic of ['inbox', 'scores'] as const) {
    await raw.allow(topic, 25 * MEGABYTE)
    await inflict(topic, { value: Buffer.alloc(20 * MEGABYTE, 1) }, 'too_large')
  }
  await goesOn()
})

test(`bits flipped anywhere in a score, no checksum: parked, or a value that keeps every rule (seed ${SEED})`, async () => {
  const { codec } = log
  const { below } = seeded(SEED)
  const { value: sound } = samples.get('scores')!
  // Somebody else's score: whatever still can be read lands there.
  const score = { ...codec.decode('scores', sound!), tenantId: aJobVersion().tenantId }
  const bytes = Buffer.from(codec.encode('scores', score))
  for (let n = 0; n < FLIPS; n++) {
    const value = flipped(bytes, 5 + below(bytes.length - 5), 1 << below(8))
    await inflict('scores', { value }, 'as read')
  }
  await goesOn()
  await using stores = openStores(world)
  const broken = await stores.clickhouse.facts(
    `SELECT 1 FROM score_fact_g1
      WHERE overall < 0 OR overall > 100 OR isNaN(overall) OR revision >= 9007199254740992`,
  )
  deepEqual(broken, [])
})

/** Where the tenant stands by itself, after its length: it is a part of other texts, too. */
const tenantAt = (value: Buffer) => value.indexOf(`\u0048${world.tenantId}`) + 1

function reasonFor(topic: Topic, value: Buffer): ParkingReason | null {
  try {
    const { revision = 0, jobVersion = 0 } = log.codec.decode(topic, value) as Versions
    return revision < 0 || jobVersion < 0 ? 'invalid' : null
  } catch (error) {
    return String(error).includes('codec.bomb') ? 'bomb' : 'malformed'
  }
}

interface Versions {
  readonly revision?: number
  readonly jobVersion?: number
}
