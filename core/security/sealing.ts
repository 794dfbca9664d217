import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { Fault } from '../fault.ts'

const FORMAT = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals bytes under a 32-byte key (AES-256-GCM). The nonce comes from the key and the plaintext, so that the
 * same event sealed twice is the same bytes, and a nonce never serves two plaintexts.
 * @param owner  bound in as associated data: bytes moved to another owner do not open
 */
export function seal(key: Uint8Array, owner: string, plain: Uint8Array): Buffer {
  const iv = createHmac('sha256', key).update(owner).update('\u0000').update(plain).digest()
  const nonce = iv.subarray(0, IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(owner, 'utf8'))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body])
}

/** @throws Fault codec.corrupt when the bytes are not what `seal` made for this key and owner */
export function unseal(key: Uint8Array, owner: string, sealed: Uint8Array): Buffer {
  try {
    if (sealed[0] !== FORMAT) throw new Error(`format ${sealed[0]}`)
    const nonce = sealed.subarray(1, 1 + IV_BYTES)
    const body = 1 + IV_BYTES + TAG_BYTES
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(Buffer.from(owner, 'utf8'))
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, body))
    return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()])
  } catch (cause) {
    throw new Fault('codec.corrupt', `sealed, ${sealed.length} bytes`, { cause })
  }
}

export const sealJson = (key: Uint8Array, owner: string, value: unknown): Buffer =>
  seal(key, owner, Buffer.from(JSON.stringify(value), 'utf8'))

/** The caller says what was sealed: only bytes of ours open at all, so the shape is ours too. */
export const unsealJson = <T>(key: Uint8Array, owner: string, sealed: Uint8Array): T =>
  JSON.parse(unseal(key, owner, sealed).toString('utf8')) as T

/** What personal data of one candidate is bound to. */
export const candidateOwner = (tenantId: string, candidateId: string): string =>
  `${tenantId}/${candidateId}`
