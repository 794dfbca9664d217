import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { aJobVersion, anInboxEvent, TENANT } from '../../test/builders/a-job-event.ts'
import { avroType } from './avro-types.ts'
import { openLocalCodec } from './own-schemas.ts'

const codec = await openLocalCodec()
const job = aJobVersion()

test('an event comes back as it was, also through a union of payloads', () => {
  // avsc's records have classes of their own; what they hold is the point.
  deepEqual(structuredClone(codec.decode('jobs', codec.encode('jobs', job))), job)
  const event = anInboxEvent({ type: 'job_closed', externalId: 'x' })
  const { payload } = codec.decode('inbox', codec.encode('inbox', event))
  deepEqual(structuredClone(payload), event.payload)
})

for (const [what, broken] of [
  ['an id that is no uuid', { jobId: 'job-1' }],
  ['a share over 1', { weights: { ...job.weights, skills: 1.5 } }],
  ['a share that is no number', { weights: { ...job.weights, skills: Number.NaN } }],
  ['a time after the year 9999', { changedAt: 1e15 }],
  ['a missing field', { title: undefined }],
] as const) {
  test(`refused before it is published: ${what}`, () => {
    throws(() => codec.encode('jobs', { ...job, ...broken } as never), /codec\.malformed/)
  })
}

test('what breaks a rule is refused when read, too', () => {
  const bytes = codec.encode('jobs', job)
  const at = bytes.indexOf(TENANT)
  bytes.write('X', at)
  throws(() => codec.decode('jobs', bytes), /codec\.malformed/)
})

test('five bytes that promise fifty million items are refused at once', () => {
  const type = avroType({
    type: 'record',
    name: 'Bomb',
    fields: [{ name: 'items', type: { type: 'array', items: 'string' } }],
  })
  for (const bomb of [
    Buffer.of(0x80, 0xe1, 0xeb, 0x2f, 0x00), // 50,000,000
    Buffer.of(0xff, 0xe0, 0xeb, 0x2f, 0x02, 0x00), // the same, as a block with its size
    Buffer.of(0x02, 0x00, 0x80, 0xe1, 0xeb, 0x2f, 0x00), // in the second block
  ]) {
    throws(() => type.fromBuffer(bomb), /codec\.bomb/)
  }
})

test('a value that was cut short is malformed, not a bomb, wherever it was cut', () => {
  const bytes = codec.encode('jobs', job)
  for (let end = 6; end < bytes.length; end++) {
    throws(() => codec.decode('jobs', bytes.subarray(0, end)), /codec\.malformed/)
  }
})

test('any bytes at all end in a Fault, never in another error, and errors quote nothing', () => {
  const sound = codec.encode('jobs', job)
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const flipped = Buffer.from(sound)
      flipped[at] = flipped[at]! ^ mask
      try {
        const read = codec.decode('jobs', flipped)
        ok(Object.values(read.weights).every((share) => share >= 0 && share <= 1))
      } catch (error) {
        ok(error instanceof Fault)
        ok(!error.message.includes(job.description))
      }
    }),
    { numRuns: 2000 },
  )
})

test('an id that nobody knows is the record’s own fault', () => {
  const bytes = codec.encode('jobs', job)
  bytes.writeUInt32BE(4711, 1)
  throws(() => codec.decode('jobs', bytes), /registry\.schema_unknown: id 4711/)
})

const folder = join(import.meta.dirname, '../../schemas/avro')
for (const name of readdirSync(folder).filter((file) => file.endsWith('.avsc'))) {
  test(`${name}: no item of an array or map is empty, which the bomb guard relies on`, () => {
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const emptyItems = JSON.stringify(schema).match(/"(items|values)":"null"/g)
    equal(emptyItems, null)
  })
}
