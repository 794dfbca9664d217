import { crc32c } from './crc32c.ts'
import type { EncodedRecord } from './record-encoding.ts'

/** A batch as kafkajs hands it to its encoder. */
export interface WireBatch {
  readonly compression?: number
  readonly firstOffset?: unknown
  readonly firstTimestamp?: unknown
  readonly maxTimestamp?: unknown
  readonly partitionLeaderEpoch?: number
  readonly lastOffsetDelta?: number
  readonly transactional?: boolean
  readonly producerId?: unknown
  readonly producerEpoch?: number
  readonly firstSequence?: number
  readonly records?: readonly EncodedRecord[]
}
export type EncodeBatch = (batch: WireBatch) => Promise<EncodedRecord & { size(): number }>

const OVERHEAD = 61
const [LENGTH_AT, EPOCH_AT, MAGIC_AT, CRC_AT, ATTRIBUTES_AT] = [8, 12, 16, 17, 21] as const
const MAGIC = 2

/**
 * Encodes a batch of the message format v2 into one buffer of its size; kafkajs doubles one from 512 bytes on, and copies
 * it twice. Compressed and transactional batches go to the original.
 */
export const batchEncoder =
  (original: EncodeBatch): EncodeBatch =>
  async (batch) => {
    const { compression = 0, transactional = false, records = [] } = batch
    if (compression !== 0 || transactional) return original(batch)
    let size = OVERHEAD
    for (const { buffer } of records) size += buffer.length
    const bytes = Buffer.allocUnsafe(size)
    bytes.writeBigInt64BE(longOf(batch.firstOffset, 0), 0)
    bytes.writeInt32BE(size - EPOCH_AT, LENGTH_AT)
    bytes.writeInt32BE(batch.partitionLeaderEpoch ?? 0, EPOCH_AT)
    bytes.writeInt8(MAGIC, MAGIC_AT)
    let at = bytes.writeInt16BE(0, ATTRIBUTES_AT)
    at = bytes.writeInt32BE(batch.lastOffsetDelta ?? 0, at)
    at = bytes.writeBigInt64BE(longOf(batch.firstTimestamp, 0), at)
    at = bytes.writeBigInt64BE(longOf(batch.maxTimestamp, 0), at)
    at = bytes.writeBigInt64BE(longOf(batch.producerId, -1), at)
    at = bytes.writeInt16BE(batch.producerEpoch ?? 0, at)
    at = bytes.writeInt32BE(batch.firstSequence ?? 0, at)
    at = bytes.writeInt32BE(records.length, at)
    for (const { buffer } of records) {
      bytes.set(buffer, at)
      at += buffer.length
    }
    bytes.writeUInt32BE(crc32c(bytes.subarray(ATTRIBUTES_AT)), CRC_AT)
    return { buf: bytes, buffer: bytes, size: () => bytes.length }
  }

/** A number, a text, or an object of kafkajs that says itself as one. */
const longOf = (value: unknown, otherwise: number) => BigInt(String(value ?? otherwise))
