import { deepEqual, equal, throws } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { batchEncoder } from './batch-encoding.ts'
import { crc32c } from './crc32c.ts'
import { originals } from './lean-kafkajs.ts'
import { decodeRecord } from './record-decoding.ts'
import { recordEncoder, type WireRecord } from './record-encoding.ts'

const encode = recordEncoder(originals.encodeRecord)
const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one))
const text = fc.string({ unit: 'grapheme', maxLength: 200 })
// kafkajs itself takes `constructor` for a header that is there already.
const names = fc.string({ minLength: 1 }).filter((name) => !(name in {}))
const records: fc.Arbitrary<WireRecord> = fc.record({
  offsetDelta: fc.nat({ max: 100_000 }),
  timestampDelta: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 2 ** 40 })),
  key: fc.option(fc.oneof(bytes, text)),
  value: fc.option(bytes),
  headers: fc.dictionary(names, fc.oneof(text, bytes, fc.array(text))),
})

const CONTEXT = {
  firstOffset: '9007199254',
  firstTimestamp: '1700000000000',
  maxTimestamp: '1700000009999',
  magicByte: 2,
  timestampType: 0,
}

/** As its batch decoder hands it over: without the length before it. */
function decoderOf(record: WireRecord) {
  const { Decoder } = originals
  const body = new Decoder(originals.encodeRecord(record).buffer).readVarIntBytes()
  return new Decoder(body)
}

test('a record is the same bytes as by kafkajs', () => {
  fc.assert(
    fc.property(records, (record) => {
      deepEqual(encode(record).buffer, originals.encodeRecord(record).buffer)
    }),
  )
})

test('a batch is the same bytes as by kafkajs', async () => {
  const encodeBatch = batchEncoder(originals.encodeBatch)
  const batch = {
    firstTimestamp: 1_700_000_000_000,
    maxTimestamp: 1_700_000_000_005,
    producerEpoch: 3,
    firstSequence: 7,
  }
  await fc.assert(
    fc.asyncProperty(fc.array(records, { maxLength: 5 }), async (some) => {
      const encoded = some.map((record) => originals.encodeRecord(record))
      const given = { ...batch, records: encoded, lastOffsetDelta: some.length - 1 }
      const [ours, theirs] = [await encodeBatch(given), await originals.encodeBatch(given)]
      deepEqual(ours.buffer, theirs.buffer)
      equal(ours.size(), theirs.size())
    }),
  )
})

test('a record is read as by kafkajs, header values as text', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(0, 1), (record, timestampType) => {
      const context = { ...CONTEXT, timestampType }
      const theirs = originals.decodeRecord(decoderOf(record), context)
      const headers = Object.entries(theirs.headers).map(([name, held]) => [name, asText(held)])
      const ours = decodeRecord(decoderOf(record), context)
      deepEqual({ ...ours }, { ...theirs, headers: Object.fromEntries(headers) })
    }),
  )
})

const asText = (held: unknown): unknown => (Array.isArray(held) ? held.map(asText) : String(held))

test('names that an object has by birth are only names', () => {
  const headers = Object.fromEntries([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
  const read = decodeRecord(decoderOf({ headers }), CONTEXT)
  deepEqual(Object.entries(read.headers), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
})

test('a record that is cut short is an error, not another record', () => {
  const { buffer } = decoderOf({ key: Buffer.from('key'), value: Buffer.alloc(50, 1) })
  for (let length = 0; length < buffer.length; length++) {
    throws(() => decodeRecord({ buffer: buffer.subarray(0, length) }, CONTEXT))
  }
})

test('the checksum of a batch is the same as by kafkajs', () => {
  equal(crc32c(Buffer.from('123456789')), 0xe3069283)
  fc.assert(fc.property(bytes, (some) => equal(crc32c(some), originals.crc32c(some))))
})
