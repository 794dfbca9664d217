import { expect, test } from 'vitest'
import type { Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'
import type { LandedEvent, LandingBatch } from '../../core/ports/sink.ts'
import type { ApplicationVector, VectorIndex } from '../../core/ports/vector-index.ts'
import type { Progress } from '../../core/ports/watermarks.ts'
import { milvusSink } from './milvus-sink.ts'

const signal = AbortSignal.timeout(10_000)
const unit = Float32Array.from([1, 0])

/** Events here are their own rows: how rows are made is tested where they are made. */
function opened({ reads }: { reads?: number } = {}) {
  const calls: unknown[] = []
  const watermarks: Progress[] = []
  const index: VectorIndex = {
    upsert: async (vectors) => void calls.push(vectors.map(({ applicationId }) => applicationId)),
    search: async () => [],
    deleteCandidate: async (_, candidateId) => void calls.push(`erase ${candidateId}`),
    mergeCandidate: async ({ candidateId, into }) => void calls.push(`${candidateId} is ${into}`),
    count: async () => 0,
  }
  const sink = milvusSink({
    index,
    dimension: 2,
    generation: 2,
    ...(reads === undefined ? {} : { reads }),
    vectorOf: (event, position) =>
      event.chunks === 0
        ? null
        : ({ ...event, values: unit, position, ...event } as unknown as ApplicationVector),
    changeOf: (event) => (event as unknown as { change: { kind: 'none' } }).change,
    noting: {
      watermarks: { note: async (progress) => void watermarks.push(...progress) },
      clock: () => 5000,
    },
  })
  return { sink, calls, watermarks }
}

function batch(topic: Topic, ...events: readonly (object | Fault)[]): LandingBatch {
  const landed = events.map((event, at) => ({
    topic,
    partition: 3,
    offset: 10 + at,
    timestamp: 10 + at,
    raw: new Uint8Array(),
    event: () => {
      if (event instanceof Fault) throw event
      return event
    },
  }))
  const place = { topic, partition: 3, epoch: 0, from: 10, next: 10 + events.length, end: 99 }
  return { ...place, events: landed as unknown as LandedEvent[] }
}

test('vectors of its generation land, degraded events and other generations do not', async () => {
  const { sink, calls, watermarks } = opened()
  const events = [
    { applicationId: 'a', generation: 2 },
    { applicationId: 'b', generation: 1 },
    { applicationId: 'c', generation: 2, chunks: 0 },
  ]
  await sink.write(batch('embeddings', ...events), signal)
  expect(calls).toEqual([['a']])
  expect(watermarks).toMatchObject([
    { store: 'milvus', generation: 2, next: 13, end: 99, completeTo: 12 },
  ])
})

test('a restored generation lands the events of the one it restores', async () => {
  const { sink, calls } = opened({ reads: 1 })
  await sink.write(batch('embeddings', { applicationId: 'b', generation: 1 }), signal)
  expect(calls).toEqual([['b']])
})

test('erasure and merging reach the index in the order of the log', async () => {
  const { sink, calls } = opened()
  const changes = [{ kind: 'none' }, { kind: 'merged', into: 'k' }, { kind: 'erased' }]
  const events = changes.map((change, at) => ({ change, tenantId: 't', candidateId: `p${at}` }))
  await sink.write(batch('candidates', ...events), signal)
  expect(calls).toEqual(['p1 is k', 'erase p2'])
})

for (const [why, event, message] of [
  ['bad numbers', { generation: 2, values: Float32Array.from([1, 1]) }, 'bad_vector: offset 11'],
  ['another dimension', { generation: 2, values: Float32Array.from([1]) }, 'bad_vector: offset 11'],
  ['unreadable', new Fault('codec.malformed', 'short'), 'codec.malformed: offset 11'],
] as const) {
  test(`an event with ${why} is named, and nothing of its batch lands`, async () => {
    const { sink, calls, watermarks } = opened()
    const written = sink.write(batch('embeddings', { generation: 2 }, event), signal)
    await expect(written).rejects.toThrow(message)
    expect([calls, watermarks]).toEqual([[], []])
  })
}

test('caught up, it is complete to now; nobody to tell is no failure', async () => {
  const { sink, watermarks } = opened()
  await sink.caughtUp?.({ topic: 'embeddings', partition: 3, end: 99 }, signal)
  expect(watermarks).toMatchObject([{ next: 99, end: 99, completeTo: 5000 }])
})

test('it has no ledger of its own', async () => {
  const { sink } = opened()
  const claims = await sink.claim([{ topic: 'embeddings', partition: 7 }], signal)
  expect(claims).toEqual([{ topic: 'embeddings', partition: 7, next: null, epoch: 0 }])
})
