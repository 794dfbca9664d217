import { fileURLToPath } from 'node:url'
import type { BlobStore } from '../../core/ports/blob-store.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Credentials } from './aws-signature.ts'
import { fileBlobStore } from './file-blob-store.ts'
import { s3BlobStore } from './s3-blob-store.ts'

export interface BlobSettings {
  readonly clock: Clock
  /** For s3: only */
  readonly credentials?: Credentials
}

/**
 * @param url  `file:///folder`, or `s3://bucket/prefix?region=eu-central-1`, with `&endpoint=https://host` for a
 *   server that is not AWS's
 * @throws Error on any other, or an s3: one without credentials
 */
export function openBlobStore(url: string, { clock, credentials }: BlobSettings): BlobStore {
  const parsed = new URL(url)
  if (parsed.protocol === 'file:') return fileBlobStore(fileURLToPath(parsed))
  if (parsed.protocol !== 's3:') throw new Error(`BLOB_URL is ${parsed.protocol}, not file: or s3:`)
  if (!credentials) throw new Error('BLOB_URL is s3: and needs an access key and its secret')
  const region = parsed.searchParams.get('region') ?? 'us-east-1'
  return s3BlobStore({
    endpoint: parsed.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`,
    bucket: parsed.hostname,
    prefix: parsed.pathname.replace(/^\/|\/$/g, ''),
    region,
    credentials,
    clock,
  })
}
