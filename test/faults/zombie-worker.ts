// A landing that freezes itself just before it writes to a topic for the second time, as a long pause would, and
// tells of that write: `zombie-worker.ts --run landing-postgres --topic scores`.
import { parseArgs } from 'node:util'
import { openLogger, safeError } from '../../adapters/telemetry/logger.ts'
import type { Fault } from '../../core/fault.ts'
import { noMeter } from '../../core/ports/meter.ts'
import type { Sink } from '../../core/ports/sink.ts'
import { runLanding } from '../../pipelines/runtime/run-step.ts'
import { TOPOLOGY } from '../../pipelines/topology.ts'
import { openSink } from '../../pipelines/workers/open-sink.ts'
import { openParts } from '../../pipelines/workers/parts.ts'
import { readWorkerSettings } from '../../pipelines/workers/settings.ts'
import type { LateWrite } from './late-write.ts'

const LATE_MS = 20_000

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { run: text, topic: text } })
const settings = readWorkerSettings(process.env)
const logger = openLogger({ service: 'zombie', level: settings.LOG_LEVEL })
const parts = await openParts({ settings, env: process.env, logger, meter: noMeter })
const step = TOPOLOGY.find(({ name }) => name === values.run)
if (step?.kind !== 'landing') throw new Error(`${values.run} is no landing`)
const sink = freezing(await openSink(step.store, parts))
const { consumption } = await runLanding(step, sink, parts.ground)
consumption.failed.catch((error) => {
  logger.error({ error: safeError(error) }, 'failed')
  process.exit(1)
})
process.once('SIGTERM', async () => {
  await parts.close()
  process.exit()
})

function freezing(whole: Sink): Sink {
  let writes = 0
  return {
    ...whole,
    async write(batch, signal) {
      if (batch.topic !== values.topic || ++writes !== 2) return whole.write(batch, signal)
      const { topic, partition, epoch, next, events } = batch
      const applications = events.map((landed) => idOf(landed.event()))
      const late = { topic, partition, epoch, next, applications }
      await tell({ ...late, outcome: 'about to be written' })
      process.kill(process.pid, 'SIGSTOP')
      try {
        // With time of its own: the pause has used up what the runner gave, but not what was on its way before it.
        await whole.write(batch, AbortSignal.timeout(LATE_MS))
        await tell({ ...late, outcome: 'written' })
      } catch (error) {
        await tell({ ...late, outcome: (error as Fault).code })
        throw error
      }
    },
  }
}

function idOf(event: object): string {
  return 'applicationId' in event ? String(event.applicationId) : ''
}

/** Resolves when it is on its way: a frozen process says nothing more. */
function tell(late: LateWrite): Promise<void> {
  return new Promise((resolve) => process.send?.(late, () => resolve()))
}
