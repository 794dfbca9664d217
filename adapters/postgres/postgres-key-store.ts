import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { Fault } from '../../core/fault.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import { candidateOwner, seal, unseal } from '../../core/security/sealing.ts'
import { asTenant, type Row } from './transaction.ts'

export interface PostgresKeyStoreSettings {
  readonly pool: pg.Pool
  /** 32 bytes: tenants' keys are sealed under it. Without it nothing sealed ever opens again. */
  readonly regionKey: Uint8Array
  readonly clock: Clock
  /** Unpredictable bytes */
  readonly random: (bytes: number) => Uint8Array
  /** Keys held in memory; default 50,000 */
  readonly cached?: number
}

const KEY_BYTES = 32
/** How long another process may still use a key that was destroyed meanwhile. */
const TTL_MS = 60_000

/** null: destroyed */
type Held = { readonly key: Uint8Array | null }

/** Keys in rows, each sealed under the one above it; the region's never comes near the database. */
export function postgresKeyStore(settings: PostgresKeyStoreSettings): KeyStore {
  return new PostgresKeyStore(settings)
}

class PostgresKeyStore implements KeyStore {
  readonly #settings: PostgresKeyStoreSettings
  readonly #held: LRUCache<string, Held>

  constructor(settings: PostgresKeyStoreSettings) {
    this.#settings = settings
    const perf = { now: settings.clock }
    this.#held = new LRUCache({ max: settings.cached ?? 50_000, ttl: TTL_MS, perf })
  }

  async tenantKey(tenantId: string, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted()
    const held = this.#held.get(tenantId)?.key
    if (held) return held
    const { regionKey, random } = this.#settings
    const mine = seal(regionKey, tenantId, random(KEY_BYTES))
    // Whoever was first: a second insert waits for the first one's commit, and the select then sees it.
    const [, found] = await this.#ask(tenantId, [
      { name: 'make_tenant_key', text: MAKE_TENANT_KEY, values: [tenantId, mine] },
      { name: 'tenant_key', text: TENANT_KEY, values: [tenantId] },
    ])
    const key = opened(regionKey, tenantId, found?.[0]?.wrapped)
    this.#held.set(tenantId, { key })
    return key
  }

  async candidateKeys(tenantId: string, candidateIds: readonly string[], signal: AbortSignal) {
    const asked = [...new Set(candidateIds)]
    const keys = new Map<string, Uint8Array | null>()
    for (const id of asked) {
      const held = this.#held.get(candidateOwner(tenantId, id))
      if (held) keys.set(id, held.key)
    }
    // Sorted: two processes that make the same keys wait for each other in one order only.
    const missing = asked.filter((id) => !keys.has(id)).sort()
    if (missing.length === 0) return keys
    const tenantKey = await this.tenantKey(tenantId, signal)
    for (const { candidate_id, wrapped } of await this.#rows({ tenantId, tenantKey, missing })) {
      const id = String(candidate_id)
      const owner = candidateOwner(tenantId, id)
      const key = wrapped === null ? null : opened(tenantKey, owner, wrapped)
      this.#held.set(owner, { key })
      keys.set(id, key)
    }
    return keys
  }

  async destroyCandidateKey(tenantId: string, candidateId: string, signal: AbortSignal) {
    signal.throwIfAborted()
    const at = new Date(this.#settings.clock())
    const values = [tenantId, candidateId, at]
    await this.#ask(tenantId, [{ name: 'destroy_key', text: DESTROY, values }])
    this.#held.set(candidateOwner(tenantId, candidateId), { key: null })
  }

  async #rows({ tenantId, tenantKey, missing }: Missing): Promise<readonly Row[]> {
    const made = missing.map((id) =>
      seal(tenantKey, candidateOwner(tenantId, id), this.#settings.random(KEY_BYTES)),
    )
    const [, found] = await this.#ask(tenantId, [
      { name: 'make_keys', text: MAKE_KEYS, values: [tenantId, missing, made] },
      { name: 'keys', text: KEYS, values: [tenantId, missing] },
    ])
    return found ?? []
  }

  async #ask(tenantId: string, statements: Parameters<typeof asTenant>[2][]) {
    try {
      return await asTenant(this.#settings.pool, tenantId, ...statements)
    } catch (cause) {
      throw new Fault('key_store.unavailable', `keys of ${tenantId}`, { cause })
    }
  }
}

interface Missing {
  readonly tenantId: string
  readonly tenantKey: Uint8Array
  readonly missing: readonly string[]
}

function opened(key: Uint8Array, owner: string, wrapped: unknown): Uint8Array {
  try {
    return unseal(key, owner, wrapped as Uint8Array)
  } catch (cause) {
    // Not the record's fault: with the right region key it opens.
    const detail = `the key of ${owner} does not open: is the region key the right one?`
    throw new Fault('key_store.unavailable', detail, { cause })
  }
}

const MAKE_TENANT_KEY = `INSERT INTO tenant_key (tenant_id, wrapped) VALUES ($1, $2)
  ON CONFLICT (tenant_id) DO NOTHING`
const TENANT_KEY = 'SELECT wrapped FROM tenant_key WHERE tenant_id = $1'
const MAKE_KEYS = `INSERT INTO candidate_key (tenant_id, candidate_id, wrapped)
  SELECT $1::uuid, made.id, made.wrapped FROM unnest($2::uuid[], $3::bytea[]) AS made(id, wrapped)
  ON CONFLICT (tenant_id, candidate_id) DO NOTHING`
const KEYS = `SELECT candidate_id, wrapped FROM candidate_key
  WHERE tenant_id = $1 AND candidate_id = ANY($2::uuid[])`
const DESTROY = `INSERT INTO candidate_key (tenant_id, candidate_id, wrapped, destroyed_at)
  VALUES ($1, $2, NULL, $3)
  ON CONFLICT (tenant_id, candidate_id) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at
  WHERE candidate_key.destroyed_at IS NULL`
