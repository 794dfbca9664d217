import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

/** What serving tells about itself: adapters/telemetry holds the real one. */
export interface ServingMetrics {
  readonly contentType: string
  text(): Promise<string>
  /** @param seconds  from the first byte read to the last byte sent */
  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void
}

export const metrics: FastifyPluginAsyncTypebox<{ metrics: ServingMetrics }> = async (
  app,
  deps,
) => {
  app.get(
    '/metrics',
    { config: { access: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.type(deps.metrics.contentType).send(await deps.metrics.text()),
  )
}
