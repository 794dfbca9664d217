import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ENGINE_NAMES } from './engines/engine.ts'
import type { RunningEngines } from './engines.ts'

/** POST /engines/:name/stop, /start, /kill/:signal, on a loopback port of its own. */
export async function serveControl(engines: RunningEngines) {
  const act = async (path: string) => {
    const [, , named, action, signal = 'SIGKILL'] = path.split('/')
    const name = ENGINE_NAMES.find((engine) => engine === named)
    if (!name) throw new Error(`no engine ${named}`)
    const server = engines.engine(name)
    if (action === 'stop') return server.stop()
    if (action === 'start') return server.start()
    if (action === 'kill') return server.kill(signal as NodeJS.Signals)
    throw new Error(`no action ${action}`)
  }
  const server = createServer((request, response) => {
    act(request.url ?? '').then(
      () => response.writeHead(204).end(),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
