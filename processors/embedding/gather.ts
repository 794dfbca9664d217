import type { SealedProfile } from '../../core/domain/profile.ts'
import type { ProfileParsed } from '../../core/events/events.generated.ts'
import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { Processor } from '../../core/processing/processor.ts'
import { embeddingTexts } from '../../core/scoring/embedding-text.ts'
import { keysByOwner } from '../../core/security/candidate-keys.ts'
import { candidateOwner, unsealJson } from '../../core/security/sealing.ts'
import { EMBEDDING, EMBEDDING_VERSION, type EmbeddingContext, embedProfile } from './embedding.ts'

export interface EmbeddingReads {
  readonly keys: KeyStore
  readonly embedder: Embedder
}

/** Embedding as the runtime runs it. */
export function embedding(reads: EmbeddingReads): Processor<'profiles', EmbeddingContext> {
  return {
    name: EMBEDDING,
    version: EMBEDDING_VERSION,
    decide: embedProfile,
    async gather(events, signal) {
      const keys = await keysByOwner(events.filter(mayRead), reads.keys, signal)
      return Promise.all(
        events.map((event) => contextOf(event, keys.get(keyName(event)), reads, signal)),
      )
    },
  }
}

const mayRead = ({ consent }: ProfileParsed) => consent.processing && consent.aiScoring
const keyName = (event: ProfileParsed) => candidateOwner(event.tenantId, event.candidateId)

async function contextOf(
  event: ProfileParsed,
  key: Uint8Array | null | undefined,
  { embedder }: EmbeddingReads,
  signal: AbortSignal,
): Promise<EmbeddingContext> {
  const { model, dimension } = embedder
  const context = { model, dimension, erased: key === null, vectors: [], degradedReason: null }
  if (!key) return context
  if (event.outcome !== 'parsed' || event.sealedProfile === null) {
    return { ...context, degradedReason: event.reason ?? event.outcome }
  }
  const { profile, text } = unsealJson<SealedProfile>(key, keyName(event), event.sealedProfile)
  try {
    const vectors = await embedder.embed(embeddingTexts(profile, text), signal)
    return { ...context, vectors: vectors.flat() }
  } catch (error) {
    const isItsOwn = error instanceof Fault && error.code === 'embedder.bad_answer'
    if (!isItsOwn) throw error
    return { ...context, degradedReason: 'embedder_bad_answer' }
  }
}
