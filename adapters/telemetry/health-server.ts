import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from './metrics.ts'

export interface WorkerHealth {
  /** The loop turns and nothing failed for good: false asks for a restart */
  alive(): boolean
  /** False until every group has its partitions */
  started(): boolean
  /** Empty when all moves; else what does not, in ids and codes: a partition with lag that stands still is one */
  unready(): readonly string[] | Promise<readonly string[]>
}

export interface HealthServerOptions {
  readonly host: string
  /** 0 takes any free one */
  readonly port: number
  readonly metrics: Metrics
  readonly health: WorkerHealth
}

export interface HealthServer {
  readonly url: string
  close(): Promise<void>
}

/** The little HTTP that a worker needs: /livez /startupz /readyz /metrics. */
export async function openHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    answer(request.url ?? '', response, options).catch(() =>
      send(response, 500, { status: 'failed' }),
    )
  })
  server.listen({ host: options.host, port: options.port })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host}:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(path: string, response: ServerResponse, options: HealthServerOptions) {
  const { health, metrics } = options
  switch (path) {
    case '/livez':
      return send(response, health.alive() ? 200 : 503, {
        status: health.alive() ? 'alive' : 'dead',
      })
    case '/startupz':
      return send(response, health.started() ? 200 : 503, { started: health.started() })
    case '/readyz': {
      const unready = await health.unready()
      return send(response, unready.length === 0 ? 200 : 503, {
        ready: unready.length === 0,
        unready,
      })
    }
    case '/metrics':
      response.setHeader('content-type', metrics.contentType)
      return response.end(await metrics.text())
    default:
      return send(response, 404, { status: 'unknown' })
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
