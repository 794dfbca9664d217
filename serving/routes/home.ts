import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { docsPage, type OpenApi } from '../openapi/docs-page.ts'
import { PAGE_POLICY, page } from '../openapi/page.ts'

const config = { access: 'public' } as const
const schema = { hide: true }
const HTML = 'text/html; charset=utf-8'

const START = page(
  'start',
  `<p>Applications in, explained rankings out.</p>
<ul>
<li><a href="/docs">Docs</a>: every route, every problem</li>
<li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/readyz">Readiness</a>: each dependency by name</li>
<li><a href="/metrics">Metrics</a></li>
</ul>
<p>A first ranking: <code>GET /v1/jobs/{source}:{their id}/candidates</code> with your key.</p>`,
)

/** The pages for people; the API's own description for machines. */
export const home: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })
  app.get('/', { config, schema }, async (_request, reply) => reply.type(HTML).send(START))
  app.get('/docs', { config, schema }, async (_request, reply) =>
    reply.type(HTML).send(docsPage(app.swagger() as OpenApi)),
  )
  app.get('/openapi.json', { config, schema }, async () => app.swagger())
}
