import { expect, test } from 'vitest'
import { OWN_COLLECTION_LIMIT, placement, SHARD_LIMIT } from './placement.ts'

const TENANT = '0b8f8f3e-2f0c-4a55-9a39-0f2f6d3c1a01'
const own = { generation: 2, shards: 1, ownTenants: new Set([TENANT]) }

for (const [because, settings, load, expected] of [
  ['shared by default', { generation: 1, shards: 1 }, {}, 'hs_g1_shared_0'],
  ['own when asked', own, {}, 'hs_g2_tenant_0b8f8f3e_2f0c_4a55_9a39_0f2f6d3c1a01'],
  ['just under', own, { tenantVectors: OWN_COLLECTION_LIMIT - 1 }, /_tenant_/],
  ['too big for its own', own, { tenantVectors: OWN_COLLECTION_LIMIT }, 'hs_g2_shared_0'],
  ['named by installation', { generation: 1, shards: 1, prefix: 't7' }, {}, 't7_g1_shared_0'],
] as const) {
  test(`a tenant's collection: ${because}`, () => {
    const { collection } = placement(TENANT, settings, load)
    if (typeof expected === 'string') expect(collection).toBe(expected)
    else expect(collection).toMatch(expected)
  })
}

test('an overloaded shard is told, and the tenant stays where it is', () => {
  const settings = { generation: 1, shards: 1 }
  const full = placement(TENANT, settings, { shardVectors: [SHARD_LIMIT + 1] })
  expect(full).toEqual({ ...placement(TENANT, settings), overloaded: true })
  expect(placement(TENANT, settings, { shardVectors: [SHARD_LIMIT] }).overloaded).toBe(false)
})

test('tenants spread over all shards, each always on the same one', () => {
  const settings = { generation: 1, shards: 16 }
  const tenants = Array.from({ length: 1600 }, (_, n) => `tenant-${n}`)
  const counts = Map.groupBy(tenants, (tenant) => placement(tenant, settings).collection)
  expect(counts.size).toBe(16)
  for (const group of counts.values()) expect(group.length).toBeGreaterThan(50)
})

test('a tenant whose name no collection may bear gets a name all the same', () => {
  const tenant = 'ACME"; drop'
  const { collection } = placement(tenant, { ...own, ownTenants: new Set([tenant]) })
  expect(collection).toMatch(/^hs_g2_tenant_[0-9a-f]{32}$/)
})
