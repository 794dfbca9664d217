// A worker: runs the named steps of the topology, all by default: `node pipelines/workers/main.ts --run intake,parsing`.
import { parseArgs } from 'node:util'
import { openHealthServer } from '../../adapters/telemetry/health-server.ts'
import { openLogger, safeError } from '../../adapters/telemetry/logger.ts'
import { openMeter, openMetrics } from '../../adapters/telemetry/metrics.ts'
import type { RunningStep } from '../runtime/run-step.ts'
import { STEP_NAMES, type StepName, TOPOLOGY } from '../topology.ts'
import { openParts, type Parts } from './parts.ts'
import { readWorkerSettings } from './settings.ts'
import { startStep } from './start-step.ts'

const { values } = parseArgs({ options: { run: { type: 'string' } } })
const names = namesOf(values.run)
const settings = readWorkerSettings(process.env)
const logger = openLogger({
  service: names.length === 1 ? names[0]! : 'workers',
  level: settings.LOG_LEVEL,
})
const metrics = openMetrics('workers')
const stopping = Promise.withResolvers<string>()
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => stopping.resolve(signal))
// The parent is the supervisor: without it nobody would ever stop this process.
process.once('disconnect', () => stopping.resolve('disconnect'))

const running: RunningStep[] = []
let parts: Parts | null = null
try {
  parts = await openParts({ settings, env: process.env, logger, meter: openMeter(metrics) })
  for (const name of names) running.push(await startStep(stepOf(name), parts))
  const server = await openHealthServer({
    host: settings.HEALTH_HOST,
    port: settings.HEALTH_PORT,
    metrics,
    health: { alive: () => true, started: () => running.length === names.length, unready },
  })
  logger.info({ steps: names.join(','), health: server.url }, 'ready')
  process.send?.({ ready: true, health: server.url })
  const failed = [...running.map(({ consumption }) => consumption.failed), parts.failed]
  const reason = await Promise.race([stopping.promise, ...failed])
  logger.info({ reason }, 'stopping')
  await server.close()
} catch (error) {
  // A process with a dead consumer must not look healthy: it ends, and whoever supervises it starts another.
  logger.error({ error: safeError(error) }, 'failed')
  process.exitCode = 1
}
await Promise.all(running.map(({ consumption }) => consumption.stop()))
await parts?.close()
process.exit()

function namesOf(run: string | undefined): readonly StepName[] {
  if (run === undefined) return STEP_NAMES
  const asked = run.split(',')
  const unknown = asked.filter((name) => !STEP_NAMES.includes(name as StepName))
  if (unknown.length === 0) return asked as StepName[]
  process.stderr.write(
    `no step is named ${unknown.join(', ')}; there are ${STEP_NAMES.join(', ')}\n`,
  )
  process.exit(64)
}

function stepOf(name: StepName) {
  return TOPOLOGY.find((step) => step.name === name)!
}

function unready(): string[] {
  return running.flatMap(({ name, progress, deadlineMs }) =>
    progress.stalled(deadlineMs).map(({ partition, behind, stillForMs }) => {
      return `${name}: ${partition} stands still for ${Math.round(stillForMs / 1000)} s, ${behind} behind`
    }),
  )
}
