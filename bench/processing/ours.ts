import { setTimeout as sleep } from 'node:timers/promises'
import { openMeter, openMetrics } from '../../adapters/telemetry/metrics.ts'
import { eventId } from '../../core/ids.ts'
import type { EventPublisher } from '../../core/ports/event-log.ts'
import { done, type Processor } from '../../core/processing/processor.ts'
import { LaneGate } from '../../pipelines/runtime/lanes.ts'
import { runProcessor } from '../../pipelines/runtime/run-step.ts'
import { type ProcessorStep, TOPOLOGY } from '../../pipelines/topology.ts'
import type { Loop } from '../processing.ts'
import { codec, openLog } from './input.ts'

const scoring = TOPOLOGY.find(({ name }) => name === 'scoring') as ProcessorStep
const meter = openMeter(openMetrics('bench'))

/** Scores to scores by the runtime as a worker runs it, with the settings of scoring. */
export const ours: Loop = async ({ input, output, group, began, appended }) => {
  const [log, answers] = await Promise.all([openLog(input), openLog(output)])
  const publisher: EventPublisher = {
    async publish(publications, signal) {
      await answers.publish(publications, signal)
      appended(publications.length)
    },
  }
  const surroundings = {
    codec,
    publisher,
    meter,
    clock: Date.now,
    sleep: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }),
    random: Math.random,
    parkingKey: new Uint8Array(32),
    maxRecordBytes: 2_000_000,
    log: () => {},
  }
  const step: ProcessorStep = { ...scoring, name: group, reads: ['scores'], writes: ['scores'] }
  const ground = { log, surroundings, parkedShare: 0.2, gate: new LaneGate(Date.now) }
  const running = await runProcessor(step, rescoring(began), ground)
  return async () => {
    await running.consumption.stop()
    await Promise.all([log.close(), answers.close()])
  }
}

/** The least that a processor does: the same event, one revision on, under an id of its own. */
const rescoring = (began: () => void): Processor<'scores', null> => ({
  name: 'rescoring',
  version: '1',
  async gather(events) {
    began()
    return events.map(() => null)
  },
  decide(score) {
    const id = eventId('rescoring', score.eventId, '1')
    const value = { ...score, eventId: id, causeId: score.eventId, revision: score.revision + 1 }
    return done({ topic: 'scores', key: score.applicationId, value })
  },
})
