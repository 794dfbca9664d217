export interface ApiKey {
  readonly tenantId: string
  readonly prefix: string
  readonly name: string
  readonly scopes: readonly string[]
  /** Milliseconds */
  readonly expiresAt: number
  readonly tenantStatus: 'active' | 'suspended'
}

export interface NewApiKey {
  readonly tenantId: string
  /** Of the whole key as it is sent */
  readonly sha256: Uint8Array
  readonly prefix: string
  readonly name: string
  readonly scopes: readonly string[]
  /** Milliseconds */
  readonly expiresAt: number
}

/** Keys are found inside the tenant that they name themselves: `ats_{tenant}_{random}`. Only their digests are stored. */
export interface ApiKeys {
  /** @returns null for an unknown or revoked key; expiry is the caller's to check. @throws Fault database.unavailable */
  lookup(tenantId: string, sha256: Uint8Array, signal: AbortSignal): Promise<ApiKey | null>
  /** Makes the tenant, too, when it is new. Safe to repeat. @throws Fault database.unavailable */
  add(key: NewApiKey, tenantName: string, signal: AbortSignal): Promise<void>
  /** Safe to repeat. @throws Fault database.unavailable */
  revoke(tenantId: string, sha256: Uint8Array, signal: AbortSignal): Promise<void>
}
