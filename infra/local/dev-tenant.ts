import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPool } from '../../adapters/postgres/pool.ts'
import { postgresApiKeys } from '../../adapters/postgres/postgres-api-keys.ts'
import { uuid5 } from '../../core/ids.ts'

export interface DevTenant {
  readonly tenantId: string
  /** Sent as `Authorization: Bearer …`; this root's own */
  readonly apiKey: string
}

const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
const YEAR_MS = 365 * 86_400_000
const SCOPES = ['jobs', 'candidates', 'applications'].flatMap((what) => [
  `read:${what}`,
  `write:${what}`,
])

/** A tenant to try things with, and its key: the same at every start of this root. */
export async function ensureDevTenant(root: string, appUrl: string): Promise<DevTenant> {
  const tenantId = uuid5(URL_NAMESPACE, 'hirestream:tenant:demo')
  const apiKey = await keyOf(root, tenantId)
  const sha256 = createHash('sha256').update(apiKey).digest()
  const pool = openPool({ url: appUrl, max: 1, applicationName: 'hirestream-dev' })
  try {
    await postgresApiKeys(pool).add(
      {
        tenantId,
        sha256,
        prefix: apiKey.slice(0, 12),
        name: 'local development',
        scopes: SCOPES,
        expiresAt: Date.now() + YEAR_MS,
      },
      'Demo',
      AbortSignal.timeout(10_000),
    )
  } finally {
    await pool.end()
  }
  return { tenantId, apiKey }
}

/** Readable by its user only: it opens nothing beyond this machine. */
async function keyOf(root: string, tenantId: string): Promise<string> {
  const file = join(root, 'data', 'api-key')
  const held = await readFile(file, 'utf8').catch(() => null)
  if (held) return held.trim()
  const made = `ats_${tenantId.replaceAll('-', '')}_${randomBytes(16).toString('hex')}`
  await writeFile(file, `${made}\n`, { mode: 0o600 })
  return made
}
