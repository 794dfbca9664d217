/** What a pool of workers is judged by. */
export interface PoolState {
  readonly workers: number
  /** Requests that wait */
  readonly queueDepth: number
  /** Mean over five minutes */
  readonly latencyMs: number
  /** Since the last change of size, milliseconds */
  readonly sinceChangeMs: number
}

export interface ScalingRule {
  readonly minWorkers: number
  readonly maxWorkers: number
  /** A queue up to this long is no reason to grow */
  readonly queueTarget: number
  readonly latencyTargetMs: number
  /** How long a request may wait */
  readonly maxWaitSeconds: number
  /** Requests a second and worker */
  readonly workerThroughput: number
  /** Shrinks no sooner than this after a change; growing never waits */
  readonly cooldownMs: number
}

/** The source document's figures for language-model workers; its cooldown is not given. */
export const LLM_SCALING: ScalingRule = {
  minWorkers: 1,
  maxWorkers: 50,
  queueTarget: 100,
  latencyTargetMs: 1_000,
  maxWaitSeconds: 10,
  workerThroughput: 10,
  cooldownMs: 300_000,
}

/**
 * How many workers there should be (the source document, "GPUAutoscaling"): the larger of what the queue and what the
 * latency ask for, within the bounds.
 * @returns the present number while a cooldown forbids to shrink
 */
export function desiredWorkers(pool: PoolState, rule: ScalingRule = LLM_SCALING): number {
  const byQueue =
    pool.queueDepth > rule.queueTarget
      ? Math.ceil(pool.queueDepth / rule.maxWaitSeconds / rule.workerThroughput)
      : 0
  const byLatency =
    pool.latencyMs > rule.latencyTargetMs
      ? Math.ceil(pool.workers * (pool.latencyMs / rule.latencyTargetMs))
      : 0
  const wanted = Math.min(Math.max(byQueue, byLatency, rule.minWorkers), rule.maxWorkers)
  const mayShrink = pool.sinceChangeMs >= rule.cooldownMs
  return wanted < pool.workers && !mayShrink ? pool.workers : wanted
}
