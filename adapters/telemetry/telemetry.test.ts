import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { METRICS } from '../../core/ports/meter.ts'
import { openHealthServer, type WorkerHealth } from './health-server.ts'
import { openLogger, safeError } from './logger.ts'
import { openMeter, openMetrics } from './metrics.ts'

test('an error is logged by kind and place, a fault with its message, no message of anyone else', () => {
  const cause = new TypeError('cannot read zora@example.com')
  const lines: string[] = []
  const logger = openLogger({
    service: 's',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  })
  logger.error({ err: new Fault('database.unavailable', 'postgres', { cause }) }, 'failed')
  const [line = ''] = lines
  ok(line.includes('database.unavailable: postgres') && line.includes('TypeError'))
  ok(!line.includes('zora'), line)
  deepEqual(safeError('zora'), { name: 'string' })
})

test('a request or answer handed to the logger by mistake is left out', () => {
  const lines: string[] = []
  const logger = openLogger({
    service: 's',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  })
  logger.info({ req: { url: '/zora' }, res: { body: 'zora' } }, 'x')
  ok(!lines.join('').includes('zora'))
})

test('every figure of the meter comes out under its name, with its labels', async () => {
  const metrics = openMetrics('workers')
  const meter = openMeter(metrics)
  for (const name of Object.keys(METRICS) as (keyof typeof METRICS)[]) {
    const labels = Object.fromEntries(METRICS[name].labels.map((label) => [label, 'x']))
    if (name.endsWith('_total')) meter.count(name, labels, 2)
    else if (name.endsWith('_seconds')) meter.observe(name, labels, 0.2)
    else meter.set(name, labels, 3)
  }
  const text = await metrics.text()
  for (const name of Object.keys(METRICS)) ok(text.includes(`# HELP ${name} `), name)
})

const moving: WorkerHealth = { alive: () => true, started: () => true, unready: () => [] }
for (const [because, health, statuses] of [
  ['all moves', moving, [200, 200, 200]],
  [
    'a partition stands still',
    { ...moving, unready: () => ['scoring embeddings/0'] },
    [200, 200, 503],
  ],
  ['it has no partitions yet', { ...moving, started: () => false }, [200, 503, 200]],
  ['a consumer failed for good', { ...moving, alive: () => false }, [503, 200, 200]],
] as const) {
  test(`livez, startupz, readyz of a worker when ${because}`, async () => {
    const options = { host: '127.0.0.1', port: 0, metrics: openMetrics('workers'), health }
    const server = await openHealthServer(options)
    try {
      const answers = ['/livez', '/startupz', '/readyz'].map((path) => fetch(server.url + path))
      deepEqual(
        (await Promise.all(answers)).map(({ status }) => status),
        statuses,
      )
      equal((await fetch(`${server.url}/other`)).status, 404)
      ok((await (await fetch(`${server.url}/metrics`)).text()).includes('hirestream_'))
    } finally {
      await server.close()
    }
  })
}
