import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  binaryArray,
  type ColumnType,
  type ColumnValue,
} from '../../adapters/postgres/landing/binary-array.ts'
import { openTestDatabase, type TestDatabase } from './a-postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const YEAR_0_MS = -62_167_219_200_000
const YEAR_9999_MS = 253_402_300_799_999
const EDGES: Record<ColumnType, readonly ColumnValue[]> = {
  uuid: [randomUUID(), 'ffffffff-ffff-ffff-ffff-ffffffffffff', null],
  int2: [0, -1, 32_767, -32_768, null],
  int4: [0, -1, 2_147_483_647, null],
  int8: [0, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null],
  float8: [0, -0.1, 1e300, Number.MIN_VALUE, null],
  bool: [true, false, null],
  text: ['', 'a', '{"},\\ \'NULL', 'Łódź 東京 🙂', 'x'.repeat(100_000), null],
  json: ['{}', '{"a":"\\u0041 🙂"}', null],
  bytea: [new Uint8Array(), Uint8Array.from([0, 255, 92]), null],
  timestamptz: [0, 1, 1_790_000_000_123, YEAR_0_MS, YEAR_9999_MS, null],
}

/** What the server's text says, back in our terms. */
const READ: Partial<Record<ColumnType, string>> = {
  timestamptz: 'round(extract(epoch from v) * 1000)::text',
  bytea: `encode(v, 'hex')`,
}
const written = (type: ColumnType, value: ColumnValue) =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString('hex')
    : type === 'float8' || value === null
      ? value
      : String(value)

for (const [type, values] of Object.entries(EDGES) as [ColumnType, ColumnValue[]][]) {
  test(`${type}: the server reads each value as it was`, async () => {
    const text = `SELECT ${READ[type] ?? (type === 'float8' ? 'v' : 'v::text')} AS v
      FROM unnest($1::${type}[]) AS v`
    const { rows } = await database.app.query(text, [binaryArray(type, values)])
    expect(rows.map(({ v }) => v)).toEqual(values.map((value) => written(type, value)))
  })
}
