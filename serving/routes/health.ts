import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import type { Clock } from '../../core/ports/clock.ts'

/** One question to one dependency: does it answer? */
export interface Probe {
  readonly name: string
  /** Without it nothing can be served; the others are missed, and named, but the rest goes on */
  readonly required: boolean
  check(signal: AbortSignal): Promise<unknown>
}

/** Where this process is in its life. Set by main. */
export interface Lifecycle {
  phase: 'starting' | 'serving' | 'draining'
}

const Check = Type.Object(
  {
    name: Type.String(),
    required: Type.Boolean(),
    ok: Type.Boolean(),
    ms: Type.Integer(),
    reason: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
type Check = Static<typeof Check>

export const Readiness = Type.Object(
  {
    status: Type.Union([
      Type.Literal('ready'),
      Type.Literal('degraded'),
      Type.Literal('not_ready'),
    ]),
    phase: Type.String(),
    checks: Type.Array(Check),
  },
  { additionalProperties: false },
)
type Readiness = Static<typeof Readiness>

export interface HealthDeps {
  readonly probes: readonly Probe[]
  readonly lifecycle: Lifecycle
  readonly clock: Clock
}

const PROBE_TIMEOUT_MS = 1500
const Plain = Type.Object({ status: Type.String() }, { additionalProperties: false })
const config = { access: 'public' } as const

/**
 * Three questions, three meanings: alive (the loop turns: else restart), started (else wait),
 * ready (the dependencies answer: else send no traffic). A store that is away never restarts us.
 */
export const health: FastifyPluginAsyncTypebox<HealthDeps> = async (app, deps) => {
  const { lifecycle } = deps
  app.get(
    '/livez',
    { config, schema: { tags: ['health'], summary: 'Alive', response: { 200: Plain } } },
    async () => ({ status: 'alive' }),
  )
  app.get(
    '/startupz',
    {
      config,
      schema: { tags: ['health'], summary: 'Started', response: { 200: Plain, 503: Plain } },
    },
    async (_request, reply) => {
      const started = lifecycle.phase !== 'starting'
      return reply.code(started ? 200 : 503).send({ status: started ? 'started' : 'starting' })
    },
  )
  app.get(
    '/readyz',
    {
      config,
      schema: {
        tags: ['health'],
        summary: 'Ready: each dependency by name',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const readiness = await askAll(deps)
      return reply.code(readiness.status === 'not_ready' ? 503 : 200).send(readiness)
    },
  )
}

async function askAll({ probes, lifecycle, clock }: HealthDeps): Promise<Readiness> {
  const { phase } = lifecycle
  const checks = await Promise.all(probes.map((probe) => ask(probe, clock)))
  const down = checks.filter(({ ok }) => !ok)
  const fails = phase !== 'serving' || down.some(({ required }) => required)
  const status = fails ? 'not_ready' : down.length > 0 ? 'degraded' : 'ready'
  return { status, phase, checks }
}

async function ask({ name, required, check }: Probe, clock: Clock): Promise<Check> {
  const began = clock()
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS)
  const ms = () => Math.round(clock() - began)
  try {
    await Promise.race([check(signal), rejectsWhen(signal)])
    return { name, required, ok: true, ms: ms() }
  } catch (error) {
    const reason = signal.aborted ? `no answer in ${PROBE_TIMEOUT_MS} ms` : reasonOf(error)
    return { name, required, ok: false, ms: ms(), reason }
  }
}

/** Some clients don't listen to a signal: the answer here must not wait for them. */
const rejectsWhen = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** A code, never a message: those quote addresses and what was asked. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'failed'
}
