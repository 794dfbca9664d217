type Labels = Readonly<Record<string, string>>

/** Figures about ourselves. Labels are names of ours (processor, topic, outcome), never ids and never a tenant's words. */
export interface Meter {
  /** Adds to a counter */
  count(name: MetricName, labels: Labels, by?: number): void
  /** Sets a gauge */
  set(name: MetricName, labels: Labels, value: number): void
  /** Observes a duration, in seconds */
  observe(name: MetricName, labels: Labels, seconds: number): void
}

/** Every figure with its labels and meaning: the metrics page and dashboards are held to this. */
export const METRICS = {
  hirestream_records_total: {
    labels: ['processor', 'outcome', 'reason'],
    help: 'Records by outcome',
  },
  hirestream_chunk_seconds: {
    labels: ['processor'],
    help: 'From a chunk read to its effects durable',
  },
  hirestream_lag_records: {
    labels: ['processor', 'topic', 'partition'],
    help: 'Records still to come',
  },
  hirestream_environment_faults_total: {
    labels: ['processor', 'code'],
    help: 'Faults of a store, broker, model or registry; each is tried again',
  },
} as const

export type MetricName = keyof typeof METRICS

export const noMeter: Meter = { count() {}, set() {}, observe() {} }
