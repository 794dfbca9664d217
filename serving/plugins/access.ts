import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ApiKeys } from '../../core/ports/api-keys.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { Refusal } from '../problem.ts'

export const SCOPES = [
  'read:jobs',
  'write:jobs',
  'read:candidates',
  'write:candidates',
  'read:applications',
  'write:applications',
  'admin:reports',
] as const
export type Scope = (typeof SCOPES)[number]

/** Who may call a route. Each route declares one: a route without a rule stops the start. */
export type Access =
  | 'public'
  | { readonly anyOf: readonly Scope[] }
  | { readonly allOf: readonly Scope[] }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Of the key; '' on public routes */
    tenantId: string
    scopes: ReadonlySet<string>
  }
}

const KEY = /^ats_([0-9a-f]{32})_[A-Za-z0-9]{32}$/

/** Deny by default: every route's rule is checked at start, every request's key before its handler. */
export function guardAccess(app: FastifyInstance, apiKeys: ApiKeys, clock: Clock): void {
  app.decorateRequest('tenantId', '')
  app.decorateRequest('scopes', null as never)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${String(method)} ${url} declares no access rule`)
  })
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    // An unknown address has no rule and no handler but the 404.
    if (request.is404 || access === 'public') return
    const { tenantId, scopes } = await keyOf(request, apiKeys, clock)
    request.tenantId = tenantId
    request.scopes = scopes
    if (!access || !allows(access, scopes)) throw new Refusal('key.scope', neededBy(access))
  })
}

async function keyOf(request: FastifyRequest, apiKeys: ApiKeys, clock: Clock) {
  const key = givenKey(request)
  if (!key) throw new Refusal('key.missing', 'Authorization: Bearer ats_…')
  const tenantId = tenantOf(key)
  if (!tenantId) throw new Refusal('key.invalid')
  const sha256 = createHash('sha256').update(key).digest()
  const found = await apiKeys.lookup(tenantId, sha256, request.signal)
  if (!found || found.tenantId !== tenantId) throw new Refusal('key.invalid')
  if (found.expiresAt <= clock()) throw new Refusal('key.invalid')
  if (found.tenantStatus !== 'active') throw new Refusal('tenant.suspended')
  return { tenantId, scopes: new Set(found.scopes) }
}

function givenKey({ headers }: FastifyRequest): string | null {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token) return token
  const given = headers['x-api-key']
  return typeof given === 'string' && given !== '' ? given : null
}

/** `ats_{tenant without dashes}_{32 random}`: the key says whose it is, so that its look-up is tenant-safe too. */
function tenantOf(key: string): string | null {
  const hex = KEY.exec(key)?.[1]
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null
}

function allows(access: Exclude<Access, 'public'>, scopes: ReadonlySet<string>): boolean {
  if ('anyOf' in access) return access.anyOf.some((scope) => scopes.has(scope))
  return access.allOf.every((scope) => scopes.has(scope))
}

function neededBy(access: Access | undefined): string {
  if (!access || access === 'public') return 'no rule allows this'
  if ('anyOf' in access) return `needs one of ${access.anyOf.join(', ')}`
  return `needs ${access.allOf.join(', ')}`
}
