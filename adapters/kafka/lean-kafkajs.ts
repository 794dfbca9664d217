import { createRequire } from 'node:module'
import { batchEncoder, type EncodeBatch } from './batch-encoding.ts'
import { crc32c } from './crc32c.ts'
import { decodeRecord } from './record-decoding.ts'
import { type EncodeRecord, recordEncoder } from './record-encoding.ts'

// kafkajs 2.2.4 spends most of its time on allocating: three buffers for each header of each record. It loads its wire
// format at the first request, so that these parts of it can be replaced before; lean-kafkajs.test.ts holds them to the
// originals, byte by byte, and its version is pinned (docs/decisions/009-lean-kafkajs.md).
const require = createRequire(import.meta.url)
const FORMAT = 'kafkajs/src/protocol/recordBatch'

const batches = require(`${FORMAT}/v0`) as { RecordBatch: EncodeBatch }

/** The originals, for the test that compares. */
export const originals = {
  encodeBatch: batches.RecordBatch,
  encodeRecord: require(`${FORMAT}/record/v0`) as EncodeRecord,
  decodeRecord: require(`${FORMAT}/record/v0/decoder`) as typeof decodeRecord,
  crc32c: require(`${FORMAT}/crc32C`) as typeof crc32c,
  Decoder: require('kafkajs/src/protocol/decoder') as new (
    buffer: Buffer | null,
  ) => { readonly buffer: Buffer; readVarIntBytes(): Buffer },
}

/** Replaces them for all clients of this process. Safe to repeat. */
export function leanKafkajs(): void {
  batches.RecordBatch = batchEncoder(originals.encodeBatch)
  replace('record/v0', recordEncoder(originals.encodeRecord))
  replace('record/v0/decoder', decodeRecord)
  replace('crc32C', crc32c)
}

function replace(part: string, by: unknown): void {
  const loaded = require.cache[require.resolve(`${FORMAT}/${part}`)]
  if (loaded) loaded.exports = by
}
