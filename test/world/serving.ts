import { createHash, randomBytes } from 'node:crypto'
import { openPool } from '../../adapters/postgres/pool.ts'
import { postgresApiKeys } from '../../adapters/postgres/postgres-api-keys.ts'
import { SCOPES } from '../../serving/plugins/access.ts'
import { type NodeProcess, runNode } from './node-process.ts'
import type { World } from './open-world.ts'

/** A key with every scope, of the world's tenant or another that is made with it. */
export async function anApiKeyOf({ env }: World, tenantId: string): Promise<string> {
  const key = `ats_${tenantId.replaceAll('-', '')}_${randomBytes(16).toString('hex')}`
  const pool = openPool({ url: env.POSTGRES_APP_URL!, max: 1, applicationName: 'test' })
  const sha256 = createHash('sha256').update(key).digest()
  const expiresAt = Date.now() + 3_600_000
  const made = {
    tenantId,
    sha256,
    prefix: key.slice(0, 12),
    name: 'test',
    scopes: SCOPES,
    expiresAt,
  }
  await postgresApiKeys(pool).add(made, 'Test', AbortSignal.timeout(5000))
  await pool.end()
  return key
}

export interface Serving extends AsyncDisposable {
  readonly process: NodeProcess
  readonly url: string
}

/** The API as a process of its own, ready. @throws Error with its log when it ends instead */
export async function startServing(
  { env }: World,
  more: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const process = runNode(['serving/main.ts'], { env: { ...env, HTTP_PORT: '0', ...more } })
  const ready = Promise.withResolvers<string>()
  process.onMessage((message) => ready.resolve((message as { url: string }).url))
  const ended = process.ended.then(({ output }) => {
    throw new Error(`serving ended before it was ready: ${output}`)
  })
  const url = await Promise.race([ready.promise, ended])
  ended.catch(() => {}) // later ends are the test's own
  return {
    process,
    url,
    async [Symbol.asyncDispose]() {
      await process.stop()
    },
  }
}
