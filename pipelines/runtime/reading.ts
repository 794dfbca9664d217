import { crc32 } from 'node:zlib'
import { CRC_HEADER } from '../../core/events/headers.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import type { LogRecord } from '../../core/ports/event-log.ts'
import { type Parking, parkingFor, parkingOf } from './parking.ts'

/** A record whose bytes are what its publisher wrote, as far as that can be told. */
export interface SoundRecord {
  readonly record: LogRecord
  readonly value: Uint8Array
  /** True when a checksum says so, not only the absence of one */
  readonly verified: boolean
}

export type Checked = SoundRecord | { readonly record: LogRecord; readonly parking: Parking }

/** Before anything is decoded: size and checksum. Tombstones are left out: they say nothing to a processor. */
export function checked(records: readonly LogRecord[], maxBytes: number): Checked[] {
  return records.flatMap((record) =>
    record.value === null ? [] : [check(record, record.value, maxBytes)],
  )
}

function check(record: LogRecord, value: Uint8Array, maxBytes: number): Checked {
  if (value.length > maxBytes) {
    return {
      record,
      parking: parkingFor('too_large', `${value.length} bytes, ${maxBytes} allowed`),
    }
  }
  const claimed = record.headers[CRC_HEADER]
  if (claimed !== undefined && claimed !== crc32(value).toString(16)) {
    return { record, parking: parkingFor('corrupt', `checksum of ${value.length} bytes`) }
  }
  return { record, value, verified: claimed !== undefined }
}

export const isSound = (one: Checked): one is SoundRecord => 'value' in one

export type Read<T extends Topic> =
  | { readonly record: LogRecord; readonly event: Events[T] }
  | { readonly record: LogRecord; readonly parking: Parking }

/** Decodes sound records, each by itself: what one can't be read as is no neighbour's trouble. */
export function decoded<T extends Topic>(codec: EventCodec, topic: T, one: Checked): Read<T> {
  if (!isSound(one)) return one
  try {
    return { record: one.record, event: codec.decode(topic, one.value) }
  } catch (error) {
    return { record: one.record, parking: parkingOf(error) }
  }
}
