import type { Events, Topic } from '../events/topics.ts'

/** Events to bytes and back: byte 0, four bytes of schema id, the Avro body. */
export interface EventCodec {
  /**
   * Learns the writer schemas that these records name, so that `decode` needs no waiting.
   * @throws Fault registry.unavailable; an unknown id is not one: `decode` says so for each record
   */
  prepare(values: readonly Uint8Array[], signal: AbortSignal): Promise<void>
  /**
   * By the schema it was written with, read as today's.
   * @throws Fault codec.malformed | codec.bomb | registry.schema_unknown: all the record's own fault
   */
  decode<T extends Topic>(topic: T, value: Uint8Array): Events[T]
  /** @throws Fault codec.malformed when the event breaks a rule of its schema: nothing such is ever published */
  encode<T extends Topic>(topic: T, event: Events[T]): Buffer
  /** The schema text behind an id that `prepare` has learnt; null when unknown */
  schemaText(value: Uint8Array): string | null
}
