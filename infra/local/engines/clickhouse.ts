import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectOk, type LocalEngine } from './engine.ts'

const front = join(dirname(dirname(fileURLToPath(import.meta.url))), 'clickhouse', 'main.ts')

export const clickhouse: LocalEngine = {
  name: 'clickhouse',
  setting: 'CLICKHOUSE_URL',
  pieces: ['npmEngines'],
  ports: { wanted: 18123, inner: [] },
  usual: 'http://hirestream:hirestream@127.0.0.1:8123/hirestream',

  launch: (site) => ({
    command: process.execPath,
    args: [
      ...['--max-old-space-size=256', front, join(site.data, 'store'), String(site.port)],
      join(site.pieces.npmEngines ?? '', 'node_modules', 'chdb'),
    ],
    env: { ...site.env, UV_THREADPOOL_SIZE: '8', NODE_NO_WARNINGS: '1' },
    cwd: site.data,
    stopSignal: 'SIGTERM',
    graceMs: 5000,
  }),

  async probe(url, signal) {
    const { origin, pathname, username, password } = new URL(url)
    const database = pathname === '/' ? '' : `&database=${pathname.slice(1)}`
    const secret = Buffer.from(`${username}:${password}`).toString('base64')
    const headers = username ? { authorization: `Basic ${secret}` } : {}
    await expectOk(`${origin}/?query=SELECT%201${database}`, signal, headers)
  },

  settings: ({ port }) => ({ CLICKHOUSE_URL: `http://127.0.0.1:${port}` }),
}
