import { setTimeout as sleep } from 'node:timers/promises'
import { openMeter, openMetrics } from '../../adapters/telemetry/metrics.ts'
import { eventId } from '../../core/ids.ts'
import type { EventLog, EventPublisher } from '../../core/ports/event-log.ts'
import { done, type Processor } from '../../core/processing/processor.ts'
import { LaneGate } from '../../pipelines/runtime/lanes.ts'
import { runProcessor } from '../../pipelines/runtime/run-step.ts'
import { type ProcessorStep, TOPOLOGY } from '../../pipelines/topology.ts'
import { codec, openLog } from './input.ts'
import type { Loop } from './loop-main.ts'

const scoring = TOPOLOGY.find(({ name }) => name === 'scoring') as ProcessorStep
const meter = openMeter(openMetrics('bench'))

/** Scores to scores by the runtime as a worker runs it, with the settings of scoring but larger chunks: it does less. */
const STEP = { ...scoring, reads: ['scores'], writes: ['scores'], chunkSize: 500 } as const

export const ours: Loop = async ({ input, output, group, joined, began, appended }) => {
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
  const ground = { log: telling(log, joined), surroundings, parkedShare: 0.2 }
  const gate = new LaneGate(Date.now)
  const step = { ...STEP, name: group }
  const running = await runProcessor(step, rescoring(began), { ...ground, gate })
  return async () => {
    await running.consumption.stop()
    await Promise.all([log.close(), answers.close()])
  }
}

/** The same log, which tells when partitions are assigned. */
const telling = (log: EventLog, joined: () => void): EventLog => ({
  publish: (...given) => log.publish(...given),
  consume: (subscription) =>
    log.consume({
      ...subscription,
      async onAssigned(...given) {
        joined()
        return (await subscription.onAssigned?.(...given)) ?? []
      },
    }),
  ends: (topic) => log.ends(topic),
  committed: (...given) => log.committed(...given),
  close: () => log.close(),
})

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
