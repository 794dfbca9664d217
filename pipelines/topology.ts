import type { Topic } from '../core/events/topics.ts'
import type { RetriedOperation } from '../core/resilience/retry.ts'
import type { Lane } from './runtime/lanes.ts'

interface Step {
  readonly name: string
  readonly reads: readonly Topic[]
  /** Batches in hand at once in one worker, each of another partition */
  readonly concurrency: number
  /** A partition with lag that stands still for longer makes its worker unready */
  readonly deadlineMs: number
}

export interface ProcessorStep extends Step {
  readonly kind: 'processor'
  readonly writes: readonly Topic[]
  /** Records gathered together */
  readonly chunkSize: number
  /** Row of the retry table */
  readonly retry: RetriedOperation
  readonly lane: Lane
}

export interface LandingStep extends Step {
  readonly kind: 'landing'
  readonly store: 'postgres' | 'milvus' | 'clickhouse'
  /** Records written together */
  readonly batchSize: number
  readonly maxBytesPerPartition: number
}

const MIB = 1_048_576

/** Puts back what was parked when its reason is gone. */
export interface ReleaseStep extends Step {
  readonly kind: 'release'
  readonly writes: readonly Topic[]
}

/** The product in one table: `hirestream topology` prints it, the workers run it. */
export const TOPOLOGY = [
  {
    kind: 'processor',
    name: 'intake',
    reads: ['inbox'],
    writes: ['applications', 'jobs', 'candidates'],
    concurrency: 4,
    deadlineMs: 60_000,
    chunkSize: 50,
    retry: 'internalApi',
    lane: 'live',
  },
  {
    kind: 'processor',
    name: 'parsing',
    reads: ['applications'],
    writes: ['profiles'],
    concurrency: 4,
    deadlineMs: 300_000,
    chunkSize: 8,
    retry: 'parsing',
    lane: 'live',
  },
  {
    kind: 'processor',
    name: 'embedding',
    reads: ['profiles'],
    writes: ['embeddings'],
    concurrency: 4,
    deadlineMs: 120_000,
    chunkSize: 8,
    retry: 'internalApi',
    lane: 'live',
  },
  {
    kind: 'processor',
    name: 'scoring',
    reads: ['embeddings'],
    writes: ['scores', 'judging.live'],
    concurrency: 4,
    deadlineMs: 60_000,
    chunkSize: 50,
    retry: 'internalApi',
    lane: 'live',
  },
  {
    kind: 'landing',
    name: 'landing-postgres',
    store: 'postgres',
    reads: ['jobs', 'candidates', 'applications', 'profiles', 'scores', 'parked'],
    concurrency: 4,
    deadlineMs: 60_000,
    batchSize: 5_000,
    maxBytesPerPartition: 4 * MIB,
  },
  {
    kind: 'landing',
    name: 'landing-milvus',
    store: 'milvus',
    reads: ['embeddings', 'candidates'],
    // One writer a key: two upserts of one key at once mix.
    concurrency: 2,
    deadlineMs: 60_000,
    batchSize: 1_000,
    maxBytesPerPartition: 4 * MIB,
  },
  {
    kind: 'landing',
    name: 'landing-clickhouse',
    store: 'clickhouse',
    reads: ['applications', 'profiles', 'scores', 'jobs'],
    concurrency: 2,
    deadlineMs: 60_000,
    batchSize: 20_000,
    maxBytesPerPartition: 16 * MIB,
  },
  {
    kind: 'release',
    name: 'releasing',
    reads: ['parked'],
    // Back to where they came from, when what they waited for is there.
    writes: ['inbox', 'embeddings'],
    concurrency: 1,
    deadlineMs: 60_000,
  },
] as const satisfies readonly (ProcessorStep | LandingStep | ReleaseStep)[]

export type StepName = (typeof TOPOLOGY)[number]['name']
export const STEP_NAMES: readonly StepName[] = TOPOLOGY.map(({ name }) => name)
