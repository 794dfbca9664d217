import type { Topic } from '../../core/events/topics.ts'
import type { Consumption, EventLog } from '../../core/ports/event-log.ts'
import type { Sink } from '../../core/ports/sink.ts'
import type { Processor } from '../../core/processing/processor.ts'
import type { Releasing } from '../releasing.ts'
import type { LandingStep, ProcessorStep, ReleaseStep } from '../topology.ts'
import { type Keeping, keepCurrent } from './keep-current.ts'
import { LandingRunner } from './landing-runner.ts'
import type { LaneGate } from './lanes.ts'
import { ProcessorRunner } from './processor-runner.ts'
import { Progress } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

/** A step of the topology at work in this process. */
export interface RunningStep {
  readonly name: string
  readonly progress: Progress
  readonly deadlineMs: number
  readonly consumption: Consumption
}

export interface Ground {
  readonly log: EventLog
  readonly surroundings: Surroundings
  /** Of the last 200 records parked, over which the group stops */
  readonly parkedShare: number
}

const WINDOW = 200
const CURRENT_EVERY_MS = 2000

export async function runProcessor<In extends Topic, Context>(
  step: ProcessorStep,
  processor: Processor<In, Context>,
  { log, surroundings, parkedShare, gate }: Ground & { readonly gate: LaneGate },
): Promise<RunningStep> {
  const progress = new Progress(surroundings.clock)
  const runner = new ProcessorRunner({
    processor,
    settings: {
      chunkSize: step.chunkSize,
      retry: step.retry,
      parkedShare: { limit: parkedShare, window: WINDOW },
      lane: () => step.lane,
    },
    surroundings,
    progress,
    gate,
  })
  const consumption = await log.consume({
    group: step.name,
    topics: step.reads,
    concurrency: step.concurrency,
    onAssigned: async (partitions) => {
      progress.assigned(partitions)
      return []
    },
    onBatch: (batch, session) => runner.onBatch(batch, session),
  })
  return watched(step, { progress, consumption, log, surroundings })
}

/** Reads parked records from their beginning, each by one member of the group. */
export async function runReleasing(
  step: ReleaseStep,
  releasing: Releasing,
  { log, surroundings }: Ground,
): Promise<RunningStep> {
  const consumption = await log.consume({
    group: step.name,
    topics: step.reads,
    concurrency: step.concurrency,
    ephemeral: true,
    onBatch: (batch, { signal }) => releasing.onBatch(batch, signal),
  })
  const progress = new Progress(surroundings.clock)
  return { name: step.name, progress, deadlineMs: step.deadlineMs, consumption }
}

export async function runLanding(
  step: LandingStep,
  sink: Sink,
  { log, surroundings, parkedShare }: Ground,
): Promise<RunningStep> {
  const progress = new Progress(surroundings.clock)
  const runner = new LandingRunner({
    sink,
    settings: {
      name: step.name,
      batchSize: step.batchSize,
      decodes: step.store !== 'clickhouse',
      parkedShare: { limit: parkedShare, window: WINDOW },
    },
    surroundings,
    progress,
  })
  const consumption = await log.consume({
    group: step.name,
    topics: step.reads,
    concurrency: step.concurrency,
    maxBytesPerPartition: step.maxBytesPerPartition,
    onAssigned: (partitions, signal) => runner.onAssigned(partitions, signal),
    onBatch: (batch, session) => runner.onBatch(batch, session),
  })
  return watched(step, { progress, consumption, log, surroundings, sink })
}

type Watched = Omit<Keeping, 'step' | 'everyMs'> & { readonly consumption: Consumption }

function watched(
  step: ProcessorStep | LandingStep,
  { consumption, ...watching }: Watched,
): RunningStep {
  const { progress } = watching
  const current = keepCurrent({ step, ...watching, everyMs: CURRENT_EVERY_MS })
  const stop = async () => {
    await current.stop()
    await consumption.stop()
  }
  const { failed } = consumption
  return { name: step.name, progress, deadlineMs: step.deadlineMs, consumption: { failed, stop } }
}
