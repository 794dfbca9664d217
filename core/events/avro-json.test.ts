import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { type AvroSchema, fromJson } from './avro-json.ts'

const inner = {
  type: 'record',
  name: 'Inner',
  namespace: 'n',
  fields: [{ name: 'a', type: 'string' }],
} as const
const SCHEMA: AvroSchema = {
  type: 'record',
  name: 'Outer',
  fields: [
    { name: 'first', type: inner },
    { name: 'again', type: ['null', 'n.Inner'], default: null },
    { name: 'bytes', type: ['null', 'bytes'], default: null },
    {
      name: 'at',
      type: ['null', { type: 'long', logicalType: 'timestamp-millis' }],
      default: null,
    },
    { name: 'share', type: { type: 'double', logicalType: 'share' }, default: 0 },
    { name: 'list', type: { type: 'array', items: 'int' }, default: [] },
  ],
} as const

const read = (more: object) =>
  fromJson<Record<string, unknown>>(SCHEMA, { first: { a: 'x' }, ...more })

test('what has a default may be left out', () => {
  deepEqual(read({}).value, {
    first: { a: 'x' },
    again: null,
    bytes: null,
    at: null,
    share: 0,
    list: [],
  })
})

for (const [time, ms] of [
  ['2026-02-01T10:00:00Z', Date.UTC(2026, 1, 1, 10)],
  ['2026-02-01T10:00:00.123456Z', Date.UTC(2026, 1, 1, 10, 0, 0, 123)],
  ['2026-02-01T10:00:00+02:00', Date.UTC(2026, 1, 1, 8)],
  ['2026-02-01', Date.UTC(2026, 1, 1)],
  [1_700_000_000_000, 1_700_000_000_000],
] as const) {
  test(`time ${time}`, () => equal(read({ at: time }).value?.at, ms))
}

test('bytes are base64', () => {
  deepEqual(read({ bytes: 'aGk=' }).value?.bytes, Buffer.from('hi'))
})

for (const [because, more, pointer] of [
  ['an unknown field', { typo: 1 }, '/typo'],
  ['a field named with a slash', { 'a/b~c': 1 }, '/a~1b~0c'],
  ['a time without a zone', { at: '2026-02-01T10:00:00' }, '/at'],
  ['a time that there is not', { at: '2026-13-01T10:00:00Z' }, '/at'],
  ['a time before the log', { at: -1 }, '/at'],
  ['base64 cut short', { bytes: 'aGk' }, '/bytes'],
  ['a share above 1', { share: 1.01 }, '/share'],
  ['no number', { share: '0.5' }, '/share'],
  ['an item of a list', { list: [1, 2.5] }, '/list/1'],
  ['a list that is none', { list: {} }, '/list'],
  ['a field inside', { again: {} }, '/again/a'],
  ['null where there is none', { first: null }, '/first'],
] as const) {
  test(`names the place of ${because}`, () => {
    deepEqual(
      read(more).problems?.map((problem) => problem.pointer),
      [pointer],
    )
  })
}

test('a problem never quotes what was sent', () => {
  const { problems } = read({ at: 'ada@example.com', share: 'ada@example.com' })
  equal(JSON.stringify(problems).includes('ada'), false)
})

test('a flood of problems is cut', () => {
  equal(read({ list: Array.from({ length: 100 }, () => 'x') }).problems?.length, 20)
})
