import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { ApiKeys } from '../core/ports/api-keys.ts'
import { SWAGGER } from './openapi/document.ts'
import { guardAccess } from './plugins/access.ts'
import { requestIds, watchRequests } from './plugins/request-log.ts'
import { answerProblem, Refusal } from './problem.ts'
import { type ApplicationStatusDeps, applicationStatus } from './routes/application-status.ts'
import { type CandidateSearchDeps, candidateSearch } from './routes/candidate-search.ts'
import { type EventsDeps, events } from './routes/events.ts'
import { type HealthDeps, health } from './routes/health.ts'
import { home } from './routes/home.ts'
import { BODY_BYTES } from './routes/limits.ts'
import { metrics, type ServingMetrics } from './routes/metrics.ts'
import { type RankedCandidatesDeps, rankedCandidates } from './routes/ranked-candidates.ts'

export interface ServingDeps
  extends EventsDeps,
    RankedCandidatesDeps,
    ApplicationStatusDeps,
    CandidateSearchDeps,
    HealthDeps {
  readonly apiKeys: ApiKeys
  readonly logger: FastifyBaseLogger
  readonly metrics: ServingMetrics
  readonly newRequestId: () => string
}

/** No answer takes longer: a caller gets a problem that says so, and what was asked of the stores is aborted. */
const HANDLER_TIMEOUT_MS = 10_000

/**
 * The whole API over its ports, without a socket: tests call `inject`.
 * @throws Error at `ready()` when a route declares no access rule
 */
export async function buildServing(deps: ServingDeps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    genReqId: requestIds(deps.newRequestId),
    bodyLimit: BODY_BYTES,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    routerOptions: { maxParamLength: 1000 },
    ajv: { customOptions: { removeAdditional: false, allErrors: true, coerceTypes: 'array' } },
    // Schemas document and are held by tests; serialising by them would drop a field that they forgot, silently.
    // Not by setSerializerCompiler: a plugin that adds a schema of its own falls back to the built-in one.
    schemaController: { compilersFactory: { buildSerializer: () => () => JSON.stringify } },
    // An address that can't be decoded is answered like one that there is not.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Refusal('route.unknown'), request, reply),
  )
  watchRequests(app, deps.metrics)
  guardAccess(app, deps.apiKeys, deps.clock)
  await app.register(swagger, SWAGGER)
  for (const route of [
    events,
    rankedCandidates,
    applicationStatus,
    candidateSearch,
    health,
    metrics,
  ]) {
    await app.register(route as (app: FastifyInstance, deps: ServingDeps) => Promise<void>, deps)
  }
  await app.register(home)
  await app.ready()
  return app as unknown as FastifyInstance
}
