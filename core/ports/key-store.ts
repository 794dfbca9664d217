/**
 * Keys that personal data is sealed under: a candidate's key under its tenant's key under the region's.
 * Destroying one candidate's key erases that person from a log that is never rewritten.
 */
export interface KeyStore {
  /**
   * The tenant's key, made at first use: whoever asks first, all get the same.
   * @returns 32 bytes
   * @throws Fault key_store.unavailable
   */
  tenantKey(tenantId: string, signal: AbortSignal): Promise<Uint8Array>

  /**
   * Candidates' keys, made at first use. A destroyed key stays destroyed: null, and never made again.
   * @returns by candidate id, every asked one present
   * @throws Fault key_store.unavailable
   */
  candidateKeys(
    tenantId: string,
    candidateIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Uint8Array | null>>

  /** Destroys a candidate's key for good. Safe to repeat. @throws Fault key_store.unavailable */
  destroyCandidateKey(tenantId: string, candidateId: string, signal: AbortSignal): Promise<void>
}
