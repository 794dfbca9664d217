import { openLocalCodec } from '../../adapters/kafka/own-schemas.ts'
import { MemoryEventLog } from '../../adapters/memory/memory-event-log.ts'
import type { JobVersion, JudgingRequest } from '../../core/events/events.generated.ts'
import type { Publication } from '../../core/events/topics.ts'
import { eventId } from '../../core/ids.ts'
import { noMeter } from '../../core/ports/meter.ts'
import { done, type Processor } from '../../core/processing/processor.ts'
import { LaneGate } from '../../pipelines/runtime/lanes.ts'
import {
  ProcessorRunner,
  type ProcessorSettings,
} from '../../pipelines/runtime/processor-runner.ts'
import { Progress } from '../../pipelines/runtime/progress.ts'
import type { Surroundings } from '../../pipelines/runtime/surroundings.ts'
import { aJobVersion } from '../builders/a-job-event.ts'

/** A log in memory and the world a runner needs: no waiting, no chance. */
export async function aPipeline({ partitions = 2 } = {}) {
  const codec = await openLocalCodec()
  const log = new MemoryEventLog({ codec, clock: () => 0, partitions })
  const rests: number[] = []
  const surroundings: Surroundings = {
    codec,
    publisher: log,
    meter: noMeter,
    clock: () => 0,
    sleep: async () => {},
    random: () => 0,
    parkingKey: Buffer.alloc(32, 1),
    maxRecordBytes: 1_000_000,
    log: (_event, fields) => rests.push(Number(fields.pauseMs)),
  }
  return { log, codec, surroundings, rests }
}

export type Pipeline = Awaited<ReturnType<typeof aPipeline>>

const SETTINGS: ProcessorSettings = { chunkSize: 4, retry: 'internalApi', lane: () => 'live' }

/** Runs a processor as group `test` until `enough`, then stops it. */
export async function run<Context>(
  { log, surroundings }: Pipeline,
  processor: Processor<'jobs', Context>,
  settings: Partial<ProcessorSettings> = {},
) {
  const progress = new Progress(surroundings.clock)
  const gate = new LaneGate(surroundings.clock)
  const all = { ...SETTINGS, ...settings }
  const runner = new ProcessorRunner({ processor, settings: all, surroundings, progress, gate })
  const consumption = await log.consume({
    group: 'test',
    topics: ['jobs'],
    concurrency: 1,
    onBatch: (batch, session) => runner.onBatch(batch, session),
  })
  return { consumption, progress }
}

/** Awaits a condition of the log: it is looked at after each turn of the loop. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

export const allDone = ({ log }: Pipeline) => {
  const committed = log.committedNow('test', 'jobs')
  return log.records('jobs').every((records, i) => committed.get(i) === records.length)
}

export const aRequest = (job: JobVersion, processor = 'test'): Publication => {
  const value: JudgingRequest = {
    eventId: eventId(processor, job.eventId, '1'),
    causeId: job.eventId,
    tenantId: job.tenantId,
    applicationId: job.jobId,
    candidateId: job.jobId,
    jobId: job.jobId,
    generation: 1,
    profileId: job.jobId,
    jobVersion: job.version,
    revision: 1,
    cultureAttributes: [],
    sealedProfile: Buffer.alloc(0),
    requestedAt: 0,
  }
  return { topic: 'judging.live', key: job.jobId, value }
}

export const jobNamed = (externalId: string, version = 1): Publication => {
  const value = aJobVersion({ externalId, version })
  return { topic: 'jobs', key: value.jobId, value }
}

/** One request for each job: the smallest processor there is. */
export const requesting = (
  changes: Partial<Processor<'jobs', null>> = {},
): Processor<'jobs', null> => ({
  name: 'test',
  version: '1',
  gather: async (events) => events.map(() => null),
  decide: (job) => done(aRequest(job)),
  ...changes,
})
