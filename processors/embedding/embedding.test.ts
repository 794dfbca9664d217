import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { memoryEmbedder } from '../../adapters/memory/memory-embedder.ts'
import { memoryKeyStore } from '../../adapters/memory/memory-key-store.ts'
import { vectorsOf } from '../../core/domain/vector-bytes.ts'
import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import { TENANT } from '../../test/builders/a-job-event.ts'
import {
  aParsed,
  CANDIDATE,
  CONSENT,
  publishedBy,
  sealedResume,
} from '../../test/builders/an-embedded.ts'
import { embedding } from './gather.ts'

const { signal } = new AbortController()
const keys = memoryKeyStore()
const key = (await keys.candidateKeys(TENANT, [CANDIDATE], signal)).get(CANDIDATE)!
const parsed = aParsed({ sealedProfile: sealedResume(key) })

async function embed(event = parsed, embedder: Embedder = memoryEmbedder(), store = keys) {
  const processor = embedding({ keys: store, embedder })
  const [context] = await processor.gather([event], signal)
  return processor.decide(event, context!)
}

async function embedded(event = parsed, embedder?: Embedder) {
  const [publication] = publishedBy(await embed(event, embedder))
  ok(publication?.topic === 'embeddings')
  return publication.value
}

test('the headline’s vector first, then the whole text’s', async () => {
  const { chunks, dimension, vectors, degradedReason } = await embedded()
  deepEqual([chunks, degradedReason], [2, null])
  equal(vectorsOf(vectors, dimension).length, 2)
})

test('what scoring needs is carried along', async () => {
  const { sealedProfile, profileId, appliedAt, consent } = await embedded()
  deepEqual([sealedProfile, profileId], [parsed.sealedProfile, parsed.eventId])
  deepEqual([appliedAt, consent], [parsed.appliedAt, parsed.consent])
})

test('no text that a model sees says who it is', async () => {
  const seen: string[] = []
  const model = memoryEmbedder()
  await embedded(parsed, {
    ...model,
    embed: (texts, until) => {
      seen.push(...texts)
      return model.embed(texts, until)
    },
  })
  equal(/quillfeather|example\.com|leith|quayside/i.test(seen.join()), false)
})

test('the same event is embedded into the same event', async () => {
  deepEqual(await embed(), await embed())
})

test('what was not parsed goes on with its reason', async () => {
  const event = aParsed({ outcome: 'rejected', reason: 'Send it without a password' })
  const { chunks, degradedReason } = await embedded(event)
  deepEqual([chunks, degradedReason], [0, 'Send it without a password'])
})

const failing = (code: 'embedder.bad_answer' | 'embedder.unavailable'): Embedder => ({
  ...memoryEmbedder(),
  embed: async () => {
    throw new Fault(code, 'test')
  },
})

test('a wrong answer for one text is its own fate: it goes on without vectors', async () => {
  const { chunks, degradedReason } = await embedded(parsed, failing('embedder.bad_answer'))
  deepEqual([chunks, degradedReason], [0, 'embedder_bad_answer'])
})

test('a model that is away is waited for', async () => {
  await rejects(embed(parsed, failing('embedder.unavailable')), /embedder.unavailable/)
})

for (const consent of [
  { ...CONSENT, processing: false },
  { ...CONSENT, aiScoring: false },
]) {
  test(`${JSON.stringify(consent)}: skipped`, async () => {
    deepEqual(await embed({ ...parsed, consent }), { kind: 'skipped', reason: 'consent_withdrawn' })
  })
}

test('an erased person is skipped', async () => {
  const store = memoryKeyStore()
  await store.destroyCandidateKey(TENANT, CANDIDATE, signal)
  deepEqual(await embed(parsed, memoryEmbedder(), store), { kind: 'skipped', reason: 'erased' })
})
