import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickhouseSink } from '../../adapters/clickhouse/clickhouse-sink.ts'
import { openClickHouse } from '../../adapters/clickhouse/open-clickhouse.ts'
import { MARTS, prepareFacts, showGeneration } from '../../adapters/clickhouse/prepare-facts.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import { applicationFact } from '../../processors/landing/clickhouse/application-fact.ts'
import {
  APPLIED_AT,
  aBatch,
  aJob,
  anApplication,
  aProfile,
  aScore,
  idOf,
  rawOf,
  schemaOf,
} from './facts-fixture.ts'
import { openRelay } from './relay.ts'

const url = process.env.CLICKHOUSE_URL
const skipped = url ? '' : ' (skipped: CLICKHOUSE_URL is not set)'

describe.skipIf(!url)(`ClickHouse facts${skipped}`, { timeout: 30_000 }, () => {
  const database = `t${process.pid}`
  const inDatabase = (base: string) => `${base}/${database}`
  const admin = openClickHouse({ url: url ?? '' })
  const client = openClickHouse({ url: inDatabase(url ?? '') })
  const signal = AbortSignal.timeout(120_000)
  let generation = 0

  beforeAll(() => admin.command({ query: `CREATE DATABASE ${database}` }))
  afterAll(async () => {
    await admin.command({ query: `DROP DATABASE ${database}` })
    await Promise.all([admin.close(), client.close()])
  })

  const ask = async (query: string): Promise<Record<string, unknown>[]> =>
    (await client.query({ query, format: 'JSONEachRow' })).json()

  /** Each test lands into a generation of its own. */
  const opened = async (over = client) => {
    generation += 1
    const own = generation
    await prepareFacts(client, own, signal)
    const sink = (parts = {}) =>
      clickhouseSink({
        client: over,
        generation: own,
        reads: 1,
        // The fixture writes every topic under id 1.
        schemaText: () => schemaOf(topic),
        applicationRow: applicationFact,
        ...parts,
      })
    let topic: Topic = 'scores'
    const write = <T extends Topic>(
      of: T,
      events: readonly Events[T][],
      place = {},
      parts = {},
    ) => {
      topic = of
      return sink(parts).write(aBatch(of, events, place), signal)
    }
    const rows = async (fact: string) =>
      Number((await ask(`SELECT count() AS n FROM ${fact}_fact_g${own}`))[0]?.n)
    return { own, sink, write, rows }
  }

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

  test('every mart has one row an application, whatever was repeated', async () => {
    const { own, write } = await opened()
    const move = {
      type: 'stage_move',
      from: 'applied',
      to: 'screened',
      by: null,
      reason: null,
    } as const
    const moved = {
      eventId: idOf(9, 1),
      candidateId: null,
      jobId: null,
      occurredAt: APPLIED_AT + 60_000,
    }
    const applications = [anApplication(1), anApplication(2), anApplication(1, move, moved)]
    // Once as it came, once again a little later in the log: as a producer's repeat does.
    for (const from of [100, 200]) {
      await write('applications', applications, { from })
      await write('profiles', [aProfile(1)], { from })
      const judged = aScore(1, { eventId: idOf(9, 3), revision: 2, kind: 'judged', overall: 75 })
      await write('scores', [aScore(1), judged], { from })
      await write('jobs', [aJob(1), aJob(2)], { from })
    }
    const marts = await ask(`SELECT * FROM mart_application_g${own} ORDER BY application_id`)
    expect(marts).toMatchObject([
      {
        application_id: idOf(5, 1),
        candidate_id: idOf(6, 1),
        stage: 'screened',
        stage_since: '2026-05-17 08:31:00.125',
        channel: 'referral',
        parsing_outcome: 'parsed',
        skills: ['SQL', 'Go'],
        overall: 75,
        score_kind: 'judged',
        scored_at: '2026-05-17 08:30:01.125',
      },
      {
        application_id: idOf(5, 2),
        stage: 'applied',
        overall: null,
        band: null,
        parsing_outcome: null,
      },
    ])
    const jobs = await ask(`SELECT title, toUInt32(version) AS version FROM mart_job_g${own}`)
    expect(jobs).toEqual([{ title: 'Engineer 2', version: 2 }])
    const scores = await ask(
      `SELECT kind, is_current, toUInt32(must_haves_missed) AS missed FROM mart_score_g${own} ORDER BY revision`,
    )
    expect(scores).toEqual([
      { kind: 'quick', is_current: false, missed: 1 },
      { kind: 'judged', is_current: true, missed: 1 },
    ])
    const moves = await ask(
      `SELECT stage_to FROM mart_stage_move_g${own} ORDER BY moved_at, stage_to`,
    )
    expect(moves.map((row) => row.stage_to)).toEqual(['applied', 'applied', 'screened'])
  })

  test('every column of a mart says what it is', async () => {
    const { own } = await opened()
    const marts = MARTS.map((mart) => `'${mart}_g${own}'`).join(', ')
    const silent = await ask(
      `SELECT table, name FROM system.columns WHERE database = '${database}' AND table IN (${marts}) AND comment = ''`,
    )
    expect(silent).toEqual([])
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
    const { sink, rows } = await opened()
    const batch = aBatch(
      'scores',
      Array.from({ length: 9 }, (_, n) => aScore(n)),
    )
    const events = [...batch.events]
    events[5] = { ...events[5]!, raw: rawOf('scores', aScore(5, { tenantId: 'no uuid' })) }
    const written = sink().write({ ...batch, events }, signal)
    await expect(written).rejects.toThrow('facts.refused: offset 105: ')
    await sink().write({ ...batch, events: events.filter((_, at) => at !== 5) }, signal)
    const [{ n } = {}] = await ask(`SELECT uniq(event_id) AS n FROM score_fact_g${generation}`)
    expect(Number(n)).toBe(8)
    expect(await rows('score')).toBeGreaterThanOrEqual(8)
  })

  test('a body cut short spoils no neighbour', async () => {
    const { sink } = await opened()
    const batch = aBatch('scores', [aScore(1), aScore(2), aScore(3)])
    const events = [...batch.events]
    events[1] = { ...events[1]!, raw: events[1]!.raw.subarray(0, 300) }
    await expect(sink().write({ ...batch, events }, signal)).rejects.toThrow('offset 101: ')
    await sink().write({ ...batch, events: events.filter((_, at) => at !== 1) }, signal)
    const rows = await ask(
      `SELECT DISTINCT event_id FROM score_fact_g${generation} ORDER BY event_id`,
    )
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
    const relay = await openRelay(new URL(url ?? '').port)
    const relayed = openClickHouse({ url: inDatabase(relay.url), timeoutMs: 500 })
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

  test('the live marts are the generation that was switched to, and back', async () => {
    const [old, fresh] = [await opened(), await opened()]
    await old.write('jobs', [aJob(1)])
    await fresh.write('jobs', [aJob(1), aJob(2)])
    const seen = []
    for (const { own } of [old, fresh, old]) {
      await showGeneration(client, own, signal)
      seen.push(Number((await ask('SELECT version FROM mart_job'))[0]?.version))
    }
    expect(seen).toEqual([1, 2, 1])
  })
})
