import { expect, test } from 'vitest'
import { insertFrom, missingParameter, preparation, readStatement } from './statement.ts'

const read = (query: string) =>
  readStatement(new URL(`http://x/?${query}`), 'SELECT 1', {}).statement

test('rows beside an INSERT are read from the spool, settings and columns kept', () => {
  expect(insertFrom("/s/i'1", 'INSERT INTO t (a, b) SETTINGS x=1 FORMAT RowBinary')).toBe(
    "INSERT INTO t (a, b) FROM INFILE '/s/i\\'1' COMPRESSION 'none' SETTINGS x=1 FORMAT RowBinary",
  )
})

for (const query of [
  'INSERT INTO t SELECT 1',
  'SELECT 1 FORMAT JSON',
  'INSERT INTO t VALUES (1)',
]) {
  test(`${query} reads no file`, () => expect(insertFrom('/s/i', query)).toBe(null))
}

test('every setting of a request is put back after it', () => {
  const { before, after } = preparation(read('query_id=q&max_threads=1&database=d&param_a=it%27s'))
  expect(before).toEqual(['USE `d`', "SET max_threads='1'", "SET param_a='it\\'s'"])
  expect(after).toEqual(['SET max_threads=DEFAULT', 'USE default'])
})

test('a name that is SQL is refused', () => {
  expect(() => preparation(read('a%3D1%2C%20b=2'))).toThrow('Bad setting name')
})

test('a parameter that an earlier request left in the session is not taken for this one', () => {
  const statement = { ...read('param_b=1'), sql: 'SELECT {a:String}, { b : String }' }
  expect(missingParameter(statement, ['a', 'b'])).toBe('a')
})
