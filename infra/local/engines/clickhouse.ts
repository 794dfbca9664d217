import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectOk, type LocalEngine } from './engine.ts'

const front = join(dirname(dirname(fileURLToPath(import.meta.url))), 'clickhouse', 'main.ts')

export const clickhouse: LocalEngine = {
  name: 'clickhouse',
  setting: 'CLICKHOUSE_URL',
  pieces: ['npmEngines'],
  ports: { wanted: 18123, inner: [] },
  usual: 'http://127.0.0.1:8123',

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

  probe: (url, signal) => expectOk(`${url}/?query=SELECT%201`, signal),

  settings: ({ port }) => ({ CLICKHOUSE_URL: `http://127.0.0.1:${port}` }),
}
