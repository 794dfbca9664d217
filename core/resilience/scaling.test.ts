import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { desiredWorkers, LLM_SCALING } from './scaling.ts'

const calm = { workers: 3, queueDepth: 0, latencyMs: 200, sinceChangeMs: 1_000_000 }

for (const [change, workers, because] of [
  [{}, 1, 'nothing waits: the least there may be'],
  [{ queueDepth: 100 }, 1, 'a queue at the target is no reason'],
  [{ queueDepth: 101 }, 2, 'a queue over it is'],
  [{ queueDepth: 1_000 }, 10, 'queue over wait and throughput'],
  [{ latencyMs: 1_000 }, 1, 'latency at the target is no reason'],
  [{ latencyMs: 2_500 }, 8, 'grows by the ratio, rounded up'],
  [{ queueDepth: 1_000, latencyMs: 2_500 }, 10, 'the larger of both'],
  [{ queueDepth: 1_000_000 }, 50, 'never over the bound'],
  [{ sinceChangeMs: 299_999 }, 3, 'no shrinking in the cooldown'],
  [{ sinceChangeMs: 0, queueDepth: 500 }, 5, 'growing never waits'],
] as const) {
  test(`${JSON.stringify(change)}: ${workers} workers: ${because}`, () => {
    equal(desiredWorkers({ ...calm, ...change }, LLM_SCALING), workers)
  })
}
