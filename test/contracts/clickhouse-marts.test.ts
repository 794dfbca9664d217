import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { MARTS, showGeneration } from '../../adapters/clickhouse/prepare-facts.ts'
import { APPLIED_AT, aJob, anApplication, aProfile, aScore, idOf } from './facts-fixture.ts'
import { openFacts } from './open-facts.ts'

const url = inject('settings').CLICKHOUSE_URL!
const { client, ask, opened, close, signal } = await openFacts(url, `marts${process.pid}`)
afterAll(close)

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

test('the queries of docs/analysing.md run, and say something', async () => {
  const { own, write } = await opened()
  const move = {
    type: 'stage_move',
    from: 'applied',
    to: 'screened',
    by: null,
    reason: null,
  } as const
  const moved = { eventId: idOf(9, 1), occurredAt: APPLIED_AT + 86_400_000 }
  await write('applications', [anApplication(1), anApplication(2), anApplication(1, move, moved)])
  await write('scores', [
    aScore(1),
    aScore(1, { eventId: idOf(9, 2), revision: 2, kind: 'judged' }),
  ])
  await write('jobs', [aJob(1)])
  await showGeneration(client, own, signal)
  const docs = readFileSync(join(import.meta.dirname, '../../docs/analysing.md'), 'utf8')
  const queries = [...docs.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql)
  expect(queries.length).toBe(6)
  const answers = []
  for (const sql of queries) answers.push(await ask(sql.replaceAll('_fact_g1', `_fact_g${own}`)))
  const [requirements, funnel, channels, waiting, stages, missing] = answers
  expect(requirements).toMatchObject([{ share_met: 0 }, { share_met: 1 }])
  expect(funnel).toMatchObject([{ title: 'Engineer 1' }])
  expect(channels).toMatchObject([{ from_where: 'referral', mean_score: 71.5 }])
  expect(waiting).toMatchObject([{ day: '2026-05-17', median_seconds: 1, p95_seconds: 1 }])
  expect(stages).toMatchObject([{ stage: 'applied', mean_days: 1 }])
  expect(missing).toMatchObject([{ missing: 'culture: judge_unavailable', judged_minus_quick: 0 }])
})

test('every column of a mart says what it is', async () => {
  const { own } = await opened()
  const marts = MARTS.map((mart) => `'${mart}_g${own}'`).join(', ')
  const silent = await ask(
    `SELECT table, name FROM system.columns WHERE database = currentDatabase() AND table IN (${marts}) AND comment = ''`,
  )
  expect(silent).toEqual([])
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
