// A worker that kills itself outright: `crashing-worker.ts --run STEP --at POINT --nth N`.
import { parseArgs } from 'node:util'
import { openLogger, safeError } from '../../adapters/telemetry/logger.ts'
import { noMeter } from '../../core/ports/meter.ts'
import { runLanding } from '../../pipelines/runtime/run-step.ts'
import { TOPOLOGY } from '../../pipelines/topology.ts'
import { openSink } from '../../pipelines/workers/open-sink.ts'
import { openParts } from '../../pipelines/workers/parts.ts'
import { readWorkerSettings } from '../../pipelines/workers/settings.ts'
import { startStep } from '../../pipelines/workers/start-step.ts'
import {
  type CrashPoint,
  crasher,
  crashingLog,
  crashingPublisher,
  crashingSink,
} from './crash-points.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { run: text, at: text, nth: text } })
const crash = crasher(values.at as CrashPoint, Number(values.nth))
const settings = readWorkerSettings(process.env)
const logger = openLogger({ service: 'crashing', level: settings.LOG_LEVEL })
const whole = await openParts({ settings, env: process.env, logger, meter: noMeter })
const { log, surroundings } = whole.ground
const ground = {
  ...whole.ground,
  log: crashingLog(log, crash),
  surroundings: { ...surroundings, publisher: crashingPublisher(log, crash) },
}
const step = TOPOLOGY.find(({ name }) => name === values.run)!
const running =
  step.kind === 'landing'
    ? await runLanding(step, crashingSink(await openSink(step.store, whole), crash), ground)
    : await startStep(step, { ...whole, ground })
// As the worker's main does: a dead consumer ends its process.
running.consumption.failed.catch((error) => {
  logger.error({ error: safeError(error), cause: safeError(error.cause) }, 'failed')
  process.exit(1)
})
