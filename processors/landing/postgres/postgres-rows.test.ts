import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Events, Topic } from '../../../core/events/topics.ts'
import { aScore } from '../../../test/builders/a-score.ts'
import {
  aBatch,
  aCandidate,
  aJob,
  anApplication,
  aParked,
  aProfile,
  moved,
  received,
  withdrawn,
} from '../../../test/builders/landing-events.ts'
import { postgresRows } from './postgres-rows.ts'

const ids = anApplication(randomUUID())
const rowsOf = <T extends Topic>(topic: T, event: Events[T]) =>
  aBatch(topic, [event], { from: 12 }).events.flatMap(postgresRows)

for (const [topic, event, field] of [
  ['jobs', aJob(ids, { title: 'a\u0000' }), 'title'],
  ['jobs', aJob(ids, { cultureAttributes: ['\u0000'] }), 'cultureAttributes'],
  ['jobs', aJob(ids, { version: 2 ** 60 }), 'version'],
  ['candidates', aCandidate(ids, { changedAt: 1e15 }), 'changedAt'],
  ['applications', { ...received(ids), candidateId: null }, 'a receipt of nobody'],
  ['applications', moved(ids, '\u0000', 1), 'to'],
  ['profiles', aProfile(ids, { skills: ['a\u0000'] }), 'skills'],
  ['profiles', aProfile(ids, { yearsOfExperience: Number.NaN }), 'yearsOfExperience'],
  ['scores', aScore({ revision: -1 }), 'revision'],
  ['parked', aParked(ids, { detail: '\u0000' }), 'detail'],
] as const) {
  test(`${topic}: refused at its offset for ${field}`, () => {
    const rows = () => rowsOf(topic as 'jobs', event as Events['jobs'])
    expect(rows).toThrow(`database.refused: offset 12: ${field}`)
  })
}

for (const [overall, minusOverall, because] of [
  [73.5, -73.5, 'the best comes first'],
  [0, 0, 'a zero is a score, and not -0'],
  [null, 1, 'without a score comes after the worst'],
] as const) {
  test(`a score of ${overall} is placed by ${minusOverall}: ${because}`, () => {
    expect(rowsOf('scores', aScore({ overall }))).toMatchObject([{ minusOverall }])
  })
}

test('an erased candidate keeps nothing sealed, whatever the event carries', () => {
  const sealed = Buffer.from('left over')
  const rows = rowsOf('candidates', aCandidate(ids, { status: 'erased', sealed }))
  expect(rows).toMatchObject([{ status: 'erased', sealed: null }])
})

test('a move and a withdrawal each have a line of history', () => {
  const tables = (event: Events['applications']) =>
    rowsOf('applications', event).map(({ table }) => table)
  expect(tables(moved(ids, 'screened', 1))).toEqual(['application_moved', 'stage_history'])
  expect(tables(withdrawn(ids, 1))).toEqual(['application_withdrawn', 'stage_history'])
})

test('an event of another store has no rows', () => {
  expect(rowsOf('inbox', {} as Events['inbox'])).toEqual([])
})
