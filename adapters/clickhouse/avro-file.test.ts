import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import avro from 'avsc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { avroFile, avroHeader } from './avro-file.ts'

const SCHEMA = JSON.stringify({
  type: 'record',
  name: 'Scored',
  namespace: 'any.where',
  fields: [
    { name: 'eventId', type: { type: 'string', logicalType: 'uuid' } },
    {
      name: 'components',
      type: {
        type: 'record',
        name: 'Components',
        fields: [
          { name: 'skills', type: ['null', 'double'] },
          { name: 'byText', type: 'double' },
        ],
      },
    },
    {
      name: 'missing',
      type: {
        type: 'array',
        items: { type: 'record', name: 'Missing', fields: [{ name: 'whyNot', type: 'string' }] },
      },
    },
  ],
})
const type = avro.Type.forSchema(JSON.parse(SCHEMA))
const rawOf = (event: object) => Buffer.concat([Buffer.from([0, 0, 0, 0, 7]), type.toBuffer(event)])

/** Read by another implementation than the one that wrote it. */
async function read(file: Buffer): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  const decoder = new avro.streams.BlockDecoder()
  new PassThrough().end(file).pipe(decoder)
  decoder.on('data', (row: object) => rows.push({ ...row }))
  await once(decoder, 'end')
  return JSON.parse(JSON.stringify(rows))
}

test('bodies go in as they are, and come out flat, in snake case, with their place', async () => {
  const event = {
    eventId: 'e',
    components: { skills: null, byText: 2 },
    missing: [{ whyNot: 'x' }],
  }
  const place = { partition: 3, offset: 4_000_000_000, timestamp: 1_795_000_000_123 }
  expect(await read(avroFile(avroHeader(SCHEMA), [{ raw: rawOf(event), place }]))).toEqual([
    {
      event_id: 'e',
      components_skills: null,
      components_by_text: 2,
      missing: [{ why_not: 'x' }],
      log_partition: 3,
      log_offset: 4_000_000_000,
      logged_at: 1_795_000_000_123,
    },
  ])
})

test('any place, any number of events', async () => {
  const whole = fc.integer({ min: 0, max: 2 ** 50 })
  const events = fc.array(fc.record({ partition: fc.nat(60_000), offset: whole, timestamp: whole }))
  await fc.assert(
    fc.asyncProperty(events, async (places) => {
      const event = { eventId: 'e', components: { skills: 1, byText: 2 }, missing: [] }
      const file = avroFile(
        avroHeader(SCHEMA),
        places.map((place) => ({ raw: rawOf(event), place })),
      )
      const rows = await read(file)
      expect(rows.map((row) => [row.log_partition, row.log_offset, row.logged_at])).toEqual(
        places.map(({ partition, offset, timestamp }) => [partition, offset, timestamp]),
      )
    }),
    { numRuns: 50 },
  )
})
