import { afterAll, expect, inject, test } from 'vitest'
import { openClickHouse } from '../../adapters/clickhouse/open-clickhouse.ts'
import { aBatch, anApplication, aScore, idOf, rawOf } from './facts-fixture.ts'
import { openFacts } from './open-facts.ts'
import { openRelay } from './relay.ts'

const url = inject('settings').CLICKHOUSE_URL!
const { client, ask, opened, close, signal } = await openFacts(url, `facts${process.pid}`)
afterAll(close)

test('a score lands undecoded, every column as the event said', async () => {
  const { own, write } = await opened()
  await write('scores', [aScore(1)])
  const [row] = await ask(`SELECT * FROM score_fact_g${own}`)
  const { eventId, tenantId, applicationId, jobId } = aScore(1)
  expect(row).toMatchObject({
    event_id: eventId,
    tenant_id: tenantId,
    application_id: applicationId,
    job_id: jobId,
    overall: 71.5,
    band: 'strong',
    components_trajectory: 55.5,
    components_culture: null,
    weights_experience: 0.25,
    attributions_skills: 12,
    missing: [{ component: 'culture', reason: 'judge_unavailable' }],
    embedding_model: 'minilm',
    judge_model: null,
    applied_at: '2026-05-17 08:30:00.125',
    log_partition: 2,
    log_offset: expect.toSatisfy((offset) => Number(offset) === 100),
    logged_at: '2026-05-17 08:30:05.125',
  })
  expect(row?.requirements).toMatchObject([
    { requirement: 'SQL', required: true, result: 'met', similarity: 1, years: 4 },
    { requirement: 'Go', result: 'not_met', years: null },
  ])
  expect(JSON.stringify(row)).not.toContain('Knows SQL')
})

test('the same batch twice is one insert: no second row even before a merge', async () => {
  const { write, rows } = await opened()
  for (const _ of [1, 2, 3]) await write('scores', [aScore(1), aScore(2)])
  expect(await rows('score')).toBe(2)
  for (const _ of [1, 2, 3]) await write('applications', [anApplication(1)])
  expect(await rows('application')).toBe(1)
})

test('the same range again lands when it is another landing', async () => {
  const { own, write, rows } = await opened()
  await write('scores', [aScore(1), aScore(2)])
  // Into the next generation:
  const other = await opened()
  await other.write('scores', [aScore(1), aScore(2)])
  expect(await other.rows('score')).toBe(2)
  // Into the same one, its rows deleted:
  await client.command({ query: `DELETE FROM score_fact_g${own} WHERE true` })
  expect(await rows('score')).toBe(0)
  await write('scores', [aScore(1), aScore(2)], {}, { attempt: 1 })
  expect(await rows('score')).toBe(2)
})

test('the same range lands again when an event has joined it', async () => {
  const { sink, rows } = await opened()
  const whole = aBatch('scores', [aScore(1), aScore(2)])
  await sink().write({ ...whole, events: whole.events.slice(0, 1) }, signal)
  await sink().write(whole, signal)
  expect(await rows('score')).toBeGreaterThanOrEqual(2)
})

test('events of another generation stay out', async () => {
  const { write, rows } = await opened()
  await write('scores', [aScore(1), aScore(2, { generation: 2 }), aScore(3, { generation: 77 })])
  expect(await rows('score')).toBe(1)
})

test('one event that the server refuses is named; all others land', async () => {
  const { own, sink, rows } = await opened()
  const batch = aBatch(
    'scores',
    Array.from({ length: 9 }, (_, n) => aScore(n)),
  )
  const events = [...batch.events]
  events[5] = { ...events[5]!, raw: rawOf('scores', aScore(5, { tenantId: 'no uuid' })) }
  const written = sink().write({ ...batch, events }, signal)
  await expect(written).rejects.toThrow('facts.refused: offset 105: ')
  await sink().write({ ...batch, events: events.filter((_, at) => at !== 5) }, signal)
  const [{ n } = {}] = await ask(`SELECT uniq(event_id) AS n FROM score_fact_g${own}`)
  expect(Number(n)).toBe(8)
  expect(await rows('score')).toBeGreaterThanOrEqual(8)
})

test('a body cut short spoils no neighbour', async () => {
  const { own, sink } = await opened()
  const batch = aBatch('scores', [aScore(1), aScore(2), aScore(3)])
  const events = [...batch.events]
  events[1] = { ...events[1]!, raw: events[1]!.raw.subarray(0, 300) }
  await expect(sink().write({ ...batch, events }, signal)).rejects.toThrow('offset 101: ')
  await sink().write({ ...batch, events: events.filter((_, at) => at !== 1) }, signal)
  const rows = await ask(`SELECT DISTINCT event_id FROM score_fact_g${own} ORDER BY event_id`)
  expect(rows.map((row) => row.event_id)).toEqual([idOf(3, 1), idOf(3, 3)])
})

test("a schema that nobody knows is the record's own fault", async () => {
  const { write } = await opened()
  const unknown = write('scores', [aScore(1)], {}, { schemaText: () => null })
  await expect(unknown).rejects.toThrow('registry.schema_unknown: offset 100: id 1')
})

test("a table that is missing is the environment's fault, and nothing is parked", async () => {
  const { write, own } = await opened()
  await client.command({ query: `DROP TABLE score_fact_g${own}` })
  await expect(write('scores', [aScore(1)])).rejects.toMatchObject({ code: 'facts.unavailable' })
})

test('away, it is a fault within its time; back, it lands', async () => {
  const relay = await openRelay(new URL(url).port)
  const relayed = openClickHouse({ url: `${relay.url}/facts${process.pid}`, timeoutMs: 500 })
  const { write, rows } = await opened(relayed)
  for (const fail of ['cut', 'stall'] as const) {
    await relay[fail]()
    await expect(write('scores', [aScore(1)])).rejects.toMatchObject({
      code: 'facts.unavailable',
    })
    await relay.mend()
  }
  await write('scores', [aScore(1)])
  expect(await rows('score')).toBe(1)
  await relayed.close()
  await relay.close()
})
