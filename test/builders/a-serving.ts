import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { openLogger } from '../../adapters/telemetry/logger.ts'
import { openMetrics, servingMetrics } from '../../adapters/telemetry/metrics.ts'
import type { Publication } from '../../core/events/topics.ts'
import type { ApiKey, ApiKeys } from '../../core/ports/api-keys.ts'
import { buildServing, type ServingDeps } from '../../serving/app.ts'
import { SCOPES } from '../../serving/plugins/access.ts'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const OTHER_TENANT = '22222222-2222-4222-8222-222222222222'
export const NOW = Date.UTC(2026, 2, 1)

/** @param random  32 characters, as the key's last part */
export const aKey = (tenantId = TENANT, random = 'k'.repeat(32)): string =>
  `ats_${tenantId.replaceAll('-', '')}_${random}`

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

export function anApiKey(fields: Partial<ApiKey> = {}): ApiKey {
  const always = { prefix: 'ats_', name: 'test', tenantStatus: 'active' } as const
  return { ...always, tenantId: TENANT, scopes: SCOPES, expiresAt: NOW + 1000, ...fields }
}

/** Keys by their text, whoever asks: that the tenant is theirs is the guard's own business. */
export function someApiKeys(keys: Readonly<Record<string, ApiKey>>): ApiKeys {
  const digest = (key: string | Uint8Array) => createHash('sha256').update(key).digest('hex')
  const known = new Map(Object.entries(keys).map(([key, value]) => [digest(key), value]))
  return {
    lookup: async (_tenantId, sha256) => known.get(Buffer.from(sha256).toString('hex')) ?? null,
    add: async () => {},
    revoke: async () => {},
  }
}

export interface AServing {
  readonly app: FastifyInstance
  readonly published: Publication[]
  readonly logged: string[]
}

/** The API over empty ports; a test fills in what it is about. */
export async function aServing(deps: Partial<ServingDeps> = {}): Promise<AServing> {
  const published: Publication[] = []
  const logged: string[] = []
  const destination = { write: (line: string) => void logged.push(line) }
  const app = await buildServing({
    inboxSchema: JSON.parse(
      readFileSync(join(import.meta.dirname, '../../schemas/avro/inbox.avsc'), 'utf8'),
    ),
    events: { publish: async (all) => void published.push(...all) },
    apiKeys: someApiKeys({ [aKey()]: anApiKey() }),
    rankings: { page: async () => ({ entries: [], next: null }) },
    jobs: { byId: async () => null, list: async () => [] },
    applications: { byId: async () => null },
    search: { keyword: async () => [], recent: async () => [], byIds: async () => [] },
    embedder: null,
    vectorsOf: null,
    meaning: { run: (call) => call() },
    keys: {
      tenantKey: async () => new Uint8Array(32),
      candidateKeys: async (_tenant, ids) => new Map(ids.map((id) => [id, CANDIDATE_KEY])),
      destroyCandidateKey: async () => {},
    },
    generations: { active: async () => 1 },
    watermarks: {
      read: async () => [{ store: 'postgres', completeTo: NOW, behind: 0 }],
      note: async () => {},
    },
    cursorKey: Buffer.alloc(32, 7),
    clock: () => NOW,
    probes: [],
    lifecycle: { phase: 'serving' },
    logger: openLogger({ service: 'serving', level: 'info', destination }),
    metrics: servingMetrics(openMetrics('serving')),
    newRequestId: () => 'request-1',
    ...deps,
  })
  return { app, published, logged }
}

export const CANDIDATE_KEY: Uint8Array = Buffer.alloc(32, 9)

/** What of an answer does not fit its schema, unknown fields too: answers are not filtered by it. */
export const misfits = (schema: TSchema, answer: unknown) => [...Value.Errors(schema, answer)]
