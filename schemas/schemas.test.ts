// The contract with everyone who ever wrote to the log: what was committed once stays readable, always.
import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { avroType } from '../adapters/kafka/avro-types.ts'
import { openLocalCodec } from '../adapters/kafka/own-schemas.ts'
import { fromJson } from '../core/events/avro-json.ts'
import { type Events, TOPICS, type Topic } from '../core/events/topics.ts'

const topics = Object.keys(TOPICS) as Topic[]
const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const schemaOf = (topic: Topic) => JSON.parse(read(`avro/${topic}.avsc`))
const versions = readdirSync(join(import.meta.dirname, 'history'))
const versionsOf = (topic: Topic) =>
  versions
    .filter((name) => name.replace(/\.\d+\.avsc$/, '') === topic)
    .sort((a, b) => numberOf(a) - numberOf(b))
const numberOf = (name: string) => Number(/\.(\d+)\.avsc$/.exec(name)![1])
const codec = await openLocalCodec()

for (const topic of topics) {
  test(`${topic}: the good example is an event and comes back as it was`, () => {
    const { value, problems } = fromJson<Events[typeof topic]>(
      schemaOf(topic),
      example(topic, 'good'),
    )
    deepEqual(problems, null)
    const again = codec.decode(topic, codec.encode(topic, value!))
    deepEqual(structuredClone(again), structuredClone(value))
  })

  test(`${topic}: the bad example is refused, in JSON or in Avro`, () => {
    const { value, problems } = fromJson<Events[typeof topic]>(
      schemaOf(topic),
      example(topic, 'bad'),
    )
    if (problems === null) throws(() => codec.encode(topic, value), /codec\.malformed/)
    else ok(problems.length > 0)
  })

  test(`${topic}: the newest committed version is today’s`, () => {
    const newest = versionsOf(topic).at(-1)!
    equal(
      read(`history/${newest}`),
      read(`avro/${topic}.avsc`),
      `copy schemas/avro/${topic}.avsc to schemas/history/${topic}.${numberOf(newest) + 1}.avsc`,
    )
  })

  // BACKWARD_TRANSITIVE: every version reads all that came before it.
  for (const [i, reader] of versionsOf(topic).entries()) {
    for (const writer of versionsOf(topic).slice(0, i)) {
      test(`${reader} reads what ${writer} wrote`, () => {
        const [newer, older] = [reader, writer].map((name) =>
          avroType(JSON.parse(read(`history/${name}`))),
        )
        newer!.createResolver(older!)
      })
    }
  }
}

function example(topic: Topic, kind: 'good' | 'bad'): unknown {
  return JSON.parse(read(`examples/${topic}.${kind}.json`))
}

test('a breaking change is seen: a new field without a default', () => {
  const before = avroType({ type: 'record', name: 'A', fields: [] })
  const after = avroType({ type: 'record', name: 'A', fields: [{ name: 'x', type: 'long' }] })
  throws(() => after.createResolver(before))
})

test('a committed version is never edited', (t) => {
  const log = ['log', '--format=', '--name-only', '--diff-filter=M', '--', 'schemas/history']
  const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true'
  if (isShallow) t.skip('this clone has no history')
  equal(git(...log), '')
})

const git = (...args: string[]) =>
  String(execFileSync('git', args, { cwd: join(import.meta.dirname, '..') }))
