import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { METRICS, type Meter, type MetricName } from '../../core/ports/meter.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What both kinds of process share: the registry and its text. */
export interface Metrics {
  readonly registry: Registry
  readonly contentType: string
  text(): Promise<string>
}

/**
 * Names start with `hirestream_`, units are base units, counters end in `_total`. Labels are closed lists: no tenant, job or
 * application, which would make a series each.
 */
export function openMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry, prefix: 'hirestream_' })
  const { contentType } = registry
  return { registry, contentType, text: () => registry.metrics() }
}

export function servingMetrics({ registry, contentType, text }: Metrics) {
  const requests = new Histogram({
    name: 'hirestream_http_request_seconds',
    help: 'Time from request to response, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  return {
    contentType,
    text,
    observeRequest(labels: { method: string; route: string; status: number }, seconds: number) {
      requests.observe(labels, seconds)
    },
  }
}

/** The figures of core/ports/meter.ts, each under its own name. */
export function openMeter({ registry }: Metrics): Meter {
  const registers = [registry]
  const figure = <T>(make: (name: MetricName) => T) => {
    const made = new Map<MetricName, T>()
    return (name: MetricName) => made.get(name) ?? made.set(name, make(name)).get(name)!
  }
  const described = (name: MetricName) => {
    const { help, labels } = METRICS[name]
    return { name, help, labelNames: [...labels], registers }
  }
  const counter = figure((name) => new Counter(described(name)))
  const gauge = figure((name) => new Gauge(described(name)))
  const histogram = figure((name) => new Histogram({ ...described(name), buckets: SECONDS }))
  return {
    count: (name, labels, by = 1) => counter(name).inc({ ...labels }, by),
    set: (name, labels, value) => gauge(name).set({ ...labels }, value),
    observe: (name, labels, seconds) => histogram(name).observe({ ...labels }, seconds),
  }
}
