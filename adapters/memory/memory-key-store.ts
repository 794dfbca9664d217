import { createHash } from 'node:crypto'
import type { KeyStore } from '../../core/ports/key-store.ts'

/** For tests and dry runs, where nothing sealed leaves the process: a key is the digest of its owner's id. */
export function memoryKeyStore(): KeyStore {
  const destroyed = new Set<string>()
  const keyOf = (owner: string) => createHash('sha256').update(owner).digest()
  return {
    async tenantKey(tenantId, signal) {
      signal.throwIfAborted()
      return keyOf(tenantId)
    },
    async candidateKeys(tenantId, candidateIds, signal) {
      signal.throwIfAborted()
      const keyOrNull = (id: string) => {
        const owner = `${tenantId}/${id}`
        return destroyed.has(owner) ? null : keyOf(owner)
      }
      return new Map(candidateIds.map((id) => [id, keyOrNull(id)]))
    },
    async destroyCandidateKey(tenantId, candidateId, signal) {
      signal.throwIfAborted()
      destroyed.add(`${tenantId}/${candidateId}`)
    },
  }
}
