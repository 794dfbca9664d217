import { ClickHouseError } from '@clickhouse/client'
import { Fault } from '../../core/fault.ts'

/**
 * Errors that only the rows themselves can cause. All others are the environment's: a missing table, no rights,
 * no memory, too many parts. Waiting and trying again, or an operator, cures those; parking events would not.
 */
const OF_THE_DATA = new Set([
  'ARGUMENT_OUT_OF_BOUND',
  'CANNOT_CONVERT_TYPE',
  'CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN',
  'CANNOT_PARSE_BOOL',
  'CANNOT_PARSE_DATE',
  'CANNOT_PARSE_DATETIME',
  'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
  'CANNOT_PARSE_NUMBER',
  'CANNOT_PARSE_QUOTED_STRING',
  'CANNOT_PARSE_TEXT',
  'CANNOT_PARSE_UUID',
  'CANNOT_READ_ALL_DATA',
  'INCORRECT_DATA',
  'TOO_LARGE_ARRAY_SIZE',
  'TOO_LARGE_STRING_SIZE',
  'TYPE_MISMATCH',
  'UNKNOWN_ELEMENT_OF_ENUM',
  'VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE',
  'VIOLATED_CONSTRAINT',
])

/** @returns the vendor's error as a fault, its words (they may quote a value) only in `cause` */
export function clickhouseFault(what: string, cause: unknown): Fault {
  const type = cause instanceof ClickHouseError ? (cause.type ?? cause.code) : 'no answer'
  // The Avro reader's complaints pass through the server as a library's.
  const ofTheBody = type === 'STD_EXCEPTION' && String(cause).includes('avro::Exception')
  const code = ofTheBody || OF_THE_DATA.has(type) ? 'facts.refused' : 'facts.unavailable'
  return new Fault(code, `${what}: ${type}`, { cause })
}
