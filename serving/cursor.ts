import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from './problem.ts'

const MAC_BYTES = 16

/** What a cursor belongs to: taken elsewhere, it does not open. */
export type CursorContext = readonly (string | number)[]

/** A place in a list as text that only we can make. */
export function signCursor(key: Uint8Array, context: CursorContext, place: unknown): string {
  const payload = Buffer.from(JSON.stringify(place), 'utf8')
  return Buffer.concat([mac(key, context, payload), payload]).toString('base64url')
}

/**
 * The caller says what was signed: only cursors of ours open, so the shape is ours too.
 * @throws Refusal cursor.invalid when it was changed, cut, or made for another list or generation
 */
export function openCursor<T>(key: Uint8Array, context: CursorContext, cursor: string): T {
  const bytes = Buffer.from(cursor, 'base64url')
  const payload = bytes.subarray(MAC_BYTES)
  const given = bytes.subarray(0, MAC_BYTES)
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, mac(key, context, payload))) {
    throw new Refusal(
      'cursor.invalid',
      'start again without it: the list or its generation is another',
    )
  }
  return JSON.parse(payload.toString('utf8')) as T
}

const mac = (key: Uint8Array, context: CursorContext, payload: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(context))
    .update('\u0000')
    .update(payload)
    .digest()
    .subarray(0, MAC_BYTES)
