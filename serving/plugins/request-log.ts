import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { ServingMetrics } from '../routes/metrics.ts'

const SAFE_ID = /^[A-Za-z0-9_-]{8,64}$/

/** The caller's own request id where it is harmless to log, else a new one. */
export function requestIds(newId: () => string): (request: IncomingMessage) => string {
  return ({ headers }) => {
    const given = headers['x-request-id']
    return typeof given === 'string' && SAFE_ID.test(given) ? given : newId()
  }
}

/** One line a request: the route's pattern, never the address asked for, which may name a person. */
export function watchRequests(app: FastifyInstance, metrics: ServingMetrics): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, tenantId } = request
    const route = request.routeOptions.url ?? 'unknown'
    const status = reply.statusCode
    const ms = Math.round(reply.elapsedTime * 10) / 10
    metrics.observeRequest({ method, route, status }, reply.elapsedTime / 1000)
    const line = {
      method,
      route,
      status,
      ms,
      tenant: tenantId || undefined,
    }
    request.log.info(line, 'request')
  })
}
