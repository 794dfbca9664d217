import type { EngineName } from '../../infra/local/engines/engine.ts'

/** One line of docs/benchmarks.md: what a way came to, beside what it has to. */
export interface Target {
  readonly what: string
  readonly way: string
  readonly figure: string
  readonly unit: string
  readonly atLeast?: number
  readonly atMost?: number
  /** Figure of the other ways to show beside it; the same one when absent */
  readonly beside?: string
}

export interface Bench {
  readonly says: string
  /** Started for it unless settings name others; one that measures a whole stack starts its own */
  readonly engines: readonly EngineName[]
  readonly model?: true
  /** Arguments of the long form and of `--quick` */
  readonly full: readonly number[]
  readonly quick: readonly number[]
  readonly targets: readonly Target[]
}

export const BENCHES: Readonly<Record<string, Bench>> = {
  processing: {
    says: 'a compute processor Kafka to Kafka, beside a bare kafkajs loop: events/s, then p99 at 500/s',
    engines: ['kafka'],
    full: [300_000, 5, 20],
    quick: [60_000, 2, 5],
    targets: [
      {
        what: 'a compute processor, Kafka to Kafka, times the bare loop',
        way: 'ours',
        figure: 'timesPeer',
        unit: '×',
        atLeast: 0.9,
        beside: 'perSecond',
      },
      {
        what: 'result appended at 500 events/s, p99',
        way: 'ours, 500/s',
        figure: 'p99Ms',
        unit: 'ms',
        atMost: 10,
      },
    ],
  },
  latency: {
    says: 'accepted by the API to visible in the ranked list, 2 applications/s, everything on this machine',
    engines: [],
    full: [5, 40],
    quick: [2, 12],
    targets: [
      {
        what: 'accepted to visible, p50',
        way: 'hirestream',
        figure: 'p50Ms',
        unit: 'ms',
        atMost: 1000,
      },
      {
        what: 'accepted to visible, p95',
        way: 'hirestream',
        figure: 'p95Ms',
        unit: 'ms',
        atMost: 3000,
      },
    ],
  },
  'landing-scores': {
    says: 'scores from Kafka into Postgres, half of them repeats, beside a bare loop',
    engines: ['kafka', 'postgres'],
    full: [1_000_000, 5],
    quick: [50_000, 2],
    targets: [
      {
        what: 'landing scores into Postgres, times the bare loop',
        way: 'ours',
        figure: 'timesPeer',
        unit: '×',
        atLeast: 0.9,
        beside: 'perSecond',
      },
    ],
  },
  'landing-facts': {
    says: 'facts from Kafka into ClickHouse, beside JSON rows and RowBinary',
    engines: ['kafka', 'clickhouse'],
    full: [200_000, 5],
    quick: [40_000, 2],
    targets: [
      {
        what: 'landing facts into ClickHouse, times JSONEachRow',
        way: 'ours',
        figure: 'timesPeer',
        unit: '×',
        atLeast: 1.5,
        beside: 'perSecond',
      },
    ],
  },
  embedding: {
    says: 'embedding 500 résumés on one core, beside onnxruntime in batches',
    engines: [],
    model: true,
    full: [500, 5],
    quick: [40, 2],
    targets: [
      {
        what: 'embedding a résumé on one core, CPU, times batches of 32',
        way: 'ours: onnxruntime-node, one text at a time',
        figure: 'timesPeer',
        unit: '×',
        atLeast: 1.3,
        beside: 'cpuMsPerText',
      },
    ],
  },
  'ranked-list': {
    says: 'the first page of a job with 10,000 applications, cold, beside the bare statement',
    engines: ['postgres'],
    full: [20, 10, 10_000],
    quick: [4, 2, 2_000],
    targets: [
      {
        what: 'first page of 10,000 applications over HTTP, cold, p99',
        way: 'ours',
        figure: 'p99Ms',
        unit: 'ms',
        atMost: 100,
      },
    ],
  },
  memory: {
    says: 'memory of the whole local stack, idle, by process',
    engines: [],
    full: [20],
    quick: [5],
    targets: [
      {
        what: 'whole local stack, idle: resident, pages that processes share counted in each',
        way: 'together',
        figure: 'rssMb',
        unit: 'MB',
        atMost: 2500,
      },
      {
        what: 'whole local stack, idle: shared pages counted once',
        way: 'together',
        figure: 'pssMb',
        unit: 'MB',
        atMost: 2500,
      },
    ],
  },
  ranking: {
    says: 'right trade in the top 10, matching above spoilt: every variant beside BM25, TF-IDF, MiniLM',
    engines: [],
    model: true,
    full: [],
    quick: [],
    targets: [],
  },
}
