import { Fault } from '../../core/fault.ts'
import type { BlobStore } from '../../core/ports/blob-store.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { type Credentials, signed } from './aws-signature.ts'
import { isBlobKey } from './blob-key.ts'

export interface S3Settings {
  /** Of any S3-compatible server, or of the region at AWS */
  readonly endpoint: string
  readonly bucket: string
  /** Leads every key */
  readonly prefix?: string
  readonly region: string
  readonly credentials: Credentials
  readonly clock: Clock
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 30_000

/** Blobs as objects of one bucket, addressed by path, which every compatible server understands. */
export function s3BlobStore(settings: S3Settings): BlobStore {
  const { endpoint, bucket, prefix = '', region, credentials, clock } = settings
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}/${prefix && `${prefix}/`}`

  const call = async (
    request: { method: string; key: string; body?: Uint8Array },
    signal: AbortSignal,
  ) => {
    const { method, key, body } = request
    // S3 signs the path with everything but the unreserved encoded; of a key that is only `=`.
    const url = new URL(base + key.replaceAll('=', '%3D'))
    const signing = { method, url, region, now: clock(), ...(body && { body }) }
    const { host: _, ...headers } = signed(signing, credentials)
    const timeout = AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS)
    try {
      const answer = await fetch(url, {
        method,
        headers,
        // A copy of its own: a view of a larger buffer is no body to fetch's types.
        ...(body && { body: new Uint8Array(body) }),
        signal: AbortSignal.any([signal, timeout]),
        redirect: 'error',
      })
      // Within the same time: a server may also stall in the middle of its answer.
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
    } catch (cause) {
      signal.throwIfAborted()
      throw new Fault('blob_store.unavailable', key, { cause })
    }
  }

  return {
    async put(key, bytes, signal) {
      if (!isBlobKey(key)) throw new RangeError(`a key of ${key.length} characters`)
      const { status } = await call({ method: 'PUT', key, body: bytes }, signal)
      if (status !== 200) throw new Fault('blob_store.unavailable', `${key}: status ${status}`)
    },

    async get(key, signal) {
      if (!isBlobKey(key)) throw new Fault('blob_store.missing', 'a key that no blob can have')
      const { status, bytes } = await call({ method: 'GET', key }, signal)
      if (status === 404) throw new Fault('blob_store.missing', key)
      if (status !== 200) throw new Fault('blob_store.unavailable', `${key}: status ${status}`)
      return bytes
    },

    async delete(key, signal) {
      signal.throwIfAborted()
      if (!isBlobKey(key)) return
      const { status } = await call({ method: 'DELETE', key }, signal)
      if (![200, 204, 404].includes(status)) {
        throw new Fault('blob_store.unavailable', `${key}: status ${status}`)
      }
    },
  }
}
