import type { KeyStore } from '../ports/key-store.ts'
import { candidateOwner } from './sealing.ts'

interface OfCandidate {
  readonly tenantId: string
  readonly candidateId: string
}

/**
 * The keys of many events' candidates, each asked for once.
 * @returns by `candidateOwner`; null for a destroyed key
 * @throws Fault key_store.unavailable
 */
export async function keysByOwner(
  events: readonly OfCandidate[],
  store: KeyStore,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const keys = new Map<string, Uint8Array | null>()
  for (const [tenantId, own] of Map.groupBy(events, (event) => event.tenantId)) {
    const candidates = [...new Set(own.map((event) => event.candidateId))]
    for (const [candidateId, key] of await store.candidateKeys(tenantId, candidates, signal)) {
      keys.set(candidateOwner(tenantId, candidateId), key)
    }
  }
  return keys
}
