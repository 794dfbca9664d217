import { createHash } from 'node:crypto'

/** Vectors a tenant may have in a collection of its own; above, the source document wants it shared. */
export const OWN_COLLECTION_LIMIT = 10_000_000

/** Vectors in one shared collection above which another shard is due (a new generation with more shards). */
export const SHARD_LIMIT = 5_000_000

export interface PlacementSettings {
  readonly generation: number
  /** Shared collections. Each loaded one costs memory, so few locally; 16 to 64 in production. */
  readonly shards: number
  /** Tenants that asked for a collection of their own */
  readonly ownTenants?: ReadonlySet<string>
  /** Leads every name, so that two installations can share a server */
  readonly prefix?: string
}

export interface Load {
  /** Vectors that the tenant is expected to bring to this generation */
  readonly tenantVectors?: number
  /** Vectors that each shared collection holds, by shard */
  readonly shardVectors?: readonly number[]
}

export interface Placement {
  readonly collection: string
  readonly kind: 'own' | 'shared'
  /** The shared collection is over its limit: plan the next generation with more shards */
  readonly overloaded: boolean
}

/**
 * Which collection holds a tenant's vectors (source document: MILVUS SHARDING STRATEGY, AllocateShard).
 * A generation's settings never change, so neither does a tenant's place in it: rebalancing is a new generation.
 */
export function placement(
  tenantId: string,
  settings: PlacementSettings,
  load: Load = {},
): Placement {
  const base = `${settings.prefix ?? 'hs'}_g${settings.generation}`
  const asked = settings.ownTenants?.has(tenantId) ?? false
  if (asked && (load.tenantVectors ?? 0) < OWN_COLLECTION_LIMIT) {
    return { collection: `${base}_tenant_${nameable(tenantId)}`, kind: 'own', overloaded: false }
  }
  const shard = shardOf(tenantId, settings.shards)
  const overloaded = (load.shardVectors?.[shard] ?? 0) > SHARD_LIMIT
  return { collection: `${base}_shared_${shard}`, kind: 'shared', overloaded }
}

/** @returns 0..shards-1, the same on every machine */
function shardOf(tenantId: string, shards: number): number {
  return createHash('sha256').update(tenantId, 'utf8').digest().readUInt32BE(0) % shards
}

/** A collection's name takes letters, digits and `_` only; anything else is told apart by its hash. */
function nameable(tenantId: string): string {
  const plain = tenantId.replaceAll('-', '_')
  if (/^[0-9a-z_]{1,64}$/.test(plain)) return plain
  return createHash('sha256').update(tenantId, 'utf8').digest('hex').slice(0, 32)
}
