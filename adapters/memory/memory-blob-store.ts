import { Fault } from '../../core/fault.ts'
import type { BlobStore } from '../../core/ports/blob-store.ts'

/** For tests and dry runs. */
export function memoryBlobStore(): BlobStore {
  const blobs = new Map<string, Uint8Array>()
  return {
    async put(key, bytes, signal) {
      signal.throwIfAborted()
      blobs.set(key, Uint8Array.from(bytes))
    },
    async get(key, signal) {
      signal.throwIfAborted()
      const bytes = blobs.get(key)
      if (!bytes) throw new Fault('blob_store.missing', key)
      return Uint8Array.from(bytes)
    },
    async delete(key, signal) {
      signal.throwIfAborted()
      blobs.delete(key)
    },
  }
}
