import type pg from 'pg'
import type { ApiKey, ApiKeys, NewApiKey } from '../../core/ports/api-keys.ts'
import { milliseconds } from './readers/application-summary.ts'
import { asTenant } from './transaction.ts'

const LOOKUP = `SELECT prefix, api_key.name, scopes, expires_at, tenant.status FROM api_key
  JOIN tenant USING (tenant_id)
  WHERE tenant_id = $1 AND sha256 = $2 AND revoked_at IS NULL`
const ADD_TENANT = `INSERT INTO tenant (tenant_id, name) VALUES ($1, $2)
  ON CONFLICT (tenant_id) DO NOTHING`
const ADD = `INSERT INTO api_key (tenant_id, sha256, prefix, name, scopes, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, sha256) DO NOTHING`
const REVOKE = `UPDATE api_key SET revoked_at = now()
  WHERE tenant_id = $1 AND sha256 = $2 AND revoked_at IS NULL`

/** @param pool  of the serving role */
export const postgresApiKeys = (pool: pg.Pool): ApiKeys => ({
  async lookup(tenantId, sha256, signal): Promise<ApiKey | null> {
    signal.throwIfAborted()
    const statement = { name: 'api_key', text: LOOKUP, values: [tenantId, sha256] }
    const row = (await asTenant(pool, tenantId, statement))[0]?.[0]
    if (row === undefined) return null
    return {
      tenantId,
      prefix: String(row.prefix),
      name: String(row.name),
      scopes: row.scopes as string[],
      expiresAt: milliseconds(row.expires_at),
      tenantStatus: row.status as ApiKey['tenantStatus'],
    }
  },

  async add(key, tenantName, signal) {
    signal.throwIfAborted()
    await asTenant(
      pool,
      key.tenantId,
      { name: 'add_tenant', text: ADD_TENANT, values: [key.tenantId, tenantName] },
      { name: 'add_api_key', text: ADD, values: valuesOf(key) },
    )
  },

  async revoke(tenantId, sha256, signal) {
    signal.throwIfAborted()
    await asTenant(pool, tenantId, { name: 'revoke', text: REVOKE, values: [tenantId, sha256] })
  },
})

const valuesOf = ({ tenantId, sha256, prefix, name, scopes, expiresAt }: NewApiKey) => [
  tenantId,
  sha256,
  prefix,
  name,
  scopes,
  new Date(expiresAt),
]
