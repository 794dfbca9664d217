import { expect, test } from 'vitest'
import type { ProfileEmbedded } from '../../../core/events/events.generated.ts'
import { vectorOf } from './application-vector.ts'

const embedded = (vectors: readonly (readonly number[])[], overrides = {}): ProfileEmbedded => {
  const ids = { eventId: 'e', causeId: 'c', tenantId: 't', applicationId: 'a', candidateId: 'p' }
  const values = vectors.flat()
  // One byte off, as bytes of a decoded record are: no multiple of four.
  const bytes = Buffer.alloc(values.length * 4 + 1).subarray(1)
  const view = new DataView(bytes.buffer, 1)
  for (const [at, value] of values.entries()) view.setFloat32(at * 4, value, true)
  return {
    ...ids,
    jobId: 'j',
    generation: 1,
    profileId: 'f',
    parserVersion: '1',
    model: 'm',
    dimension: 2,
    chunks: vectors.length,
    vectors: bytes,
    degradedReason: null,
    skills: [],
    yearsOfExperience: null,
    sealedProfile: null,
    consent: { processing: true, aiScoring: true, textVersion: null },
    appliedAt: 0,
    ...overrides,
  }
}

test('an application stands where its chunks point on average', () => {
  const vector = vectorOf(
    embedded([
      [1, 0],
      [0, 1],
    ]),
    42,
  )
  expect(vector).toMatchObject({
    tenantId: 't',
    applicationId: 'a',
    candidateId: 'p',
    position: 42,
  })
  expect([...vector!.values].map((value) => value.toFixed(4))).toEqual(['0.7071', '0.7071'])
})

test('no chunks, no vector', () => {
  expect(vectorOf(embedded([], { degradedReason: 'embedder_unavailable' }), 1)).toBeNull()
})

test('bytes of another length are refused, whatever they would have meant', () => {
  expect(() => vectorOf(embedded([[1, 0]], { chunks: 2 }), 1)).toThrow('bad_vector: a, 8')
})
