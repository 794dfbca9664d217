/** Large bytes kept outside the log, each under a key that says nothing of a person. */
export interface BlobStore {
  /** Durable when it resolves. Safe to repeat: a key's bytes never change. @throws Fault blob_store.unavailable */
  put(key: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>
  /** @throws Fault blob_store.missing | blob_store.unavailable */
  get(key: string, signal: AbortSignal): Promise<Uint8Array>
  /** Safe to repeat. @throws Fault blob_store.unavailable */
  delete(key: string, signal: AbortSignal): Promise<void>
}
