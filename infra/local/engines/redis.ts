import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { LocalEngine } from './engine.ts'

export const redis: LocalEngine = {
  name: 'redis',
  setting: 'REDIS_URL',
  pieces: ['redis'],
  ports: { wanted: 16379, inner: [] },
  usual: 'redis://127.0.0.1:6379',

  launch: (site) => ({
    command: join(site.pieces.redis ?? '', 'bin', 'valkey-server'),
    args: [
      ...['--bind', '127.0.0.1', '--port', String(site.port), '--dir', site.data],
      ...['--appendonly', 'yes', '--maxmemory', '128mb', '--maxmemory-policy', 'noeviction'],
    ],
    env: site.env,
    cwd: site.data,
    stopSignal: 'SIGTERM',
    graceMs: 3000,
  }),

  async probe(url, signal) {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port || 6379) })
    try {
      await once(socket, 'connect', { signal })
      socket.write('PING\r\n')
      const [answer] = await once(socket, 'data', { signal })
      if (!String(answer).startsWith('+PONG')) throw new Error(`answered ${String(answer).trim()}`)
    } finally {
      socket.destroy()
    }
  },

  settings: ({ port }) => ({ REDIS_URL: `redis://127.0.0.1:${port}` }),
}
