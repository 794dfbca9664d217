import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import avro from 'avsc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generationReader } from './peek-generation.ts'

const schemaOf = (topic: string) =>
  readFileSync(join(import.meta.dirname, `../../schemas/avro/${topic}.avsc`), 'utf8')
const framed = (body: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, 0, 1]), body])

for (const topic of ['scores', 'profiles']) {
  test(`any of ${topic} tells its generation undecoded`, () => {
    const type = avro.Type.forSchema(JSON.parse(schemaOf(topic)))
    const read = generationReader(schemaOf(topic))!
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (generation) => {
        const event = { ...(type.random() as object), causeId: 'é'.repeat(100), generation }
        expect(read(framed(type.toBuffer(event)))).toBe(generation)
      }),
    )
  })
}

test('jobs belong to every generation', () => {
  expect(generationReader(schemaOf('jobs'))).toBeNull()
})

test('behind anything but strings it is not looked for', () => {
  const fields = [
    { name: 'size', type: 'int' },
    { name: 'generation', type: 'int' },
  ]
  expect(generationReader(JSON.stringify({ type: 'record', name: 'R', fields }))).toBeNull()
})

test('a body that ends too early belongs to none', () => {
  expect(generationReader(schemaOf('scores'))!(framed(Buffer.from([200, 1, 65])))).toBe(-1)
})
