import { isRetriable } from '../fault.ts'

interface RetryRule {
  /** Waits before each further try: as many as there are retries */
  readonly delaysMs: readonly number[]
  /** Of one try */
  readonly timeoutMs: number
}

/** How often, after how long, and how long one try may take (the source document, "Retry Strategies"). */
export const RETRIES = {
  internalApi: { delaysMs: [100, 200, 400], timeoutMs: 5_000 },
  database: { delaysMs: [50, 50], timeoutMs: 10_000 },
  llmInference: { delaysMs: [1_000, 2_000], timeoutMs: 30_000 },
  parsing: { delaysMs: [1_000, 5_000, 30_000], timeoutMs: 300_000 },
  externalIntegration: { delaysMs: [1_000, 5_000, 30_000], timeoutMs: 30_000 },
} as const satisfies Record<string, RetryRule>

export type RetriedOperation = keyof typeof RETRIES

// The source document's jitter: callers that failed together do not come back together.
const JITTER_SHARE = 0.1

/**
 * The wait before one more try.
 * @param failures  tries that failed so far, from 1
 * @param random  0 <= n < 1
 * @returns milliseconds, at most a tenth over the table's; null when the tries are used up
 */
export function delayMs(
  operation: RetriedOperation,
  failures: number,
  random: () => number,
): number | null {
  const delay = (RETRIES[operation].delaysMs as readonly number[])[failures - 1]
  return delay === undefined ? null : delay + random() * delay * JITTER_SHARE
}

export interface RetrySurroundings {
  /** Resolves after `ms`, rejects when `signal` aborts */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  readonly random: () => number
  readonly signal: AbortSignal
}

/**
 * Calls until it answers, by the operation's row of the table. Only what another try may cure is tried again:
 * a retriable Fault, or a try that ran into its own timeout.
 * @param call  must end when its signal aborts; the signal carries the try's timeout
 * @throws the last try's error; the abort reason when `signal` aborts
 */
export async function withRetry<T>(
  operation: RetriedOperation,
  call: (signal: AbortSignal) => Promise<T>,
  { sleep, random, signal }: RetrySurroundings,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    signal.throwIfAborted()
    const timeout = AbortSignal.timeout(RETRIES[operation].timeoutMs)
    try {
      return await call(AbortSignal.any([signal, timeout]))
    } catch (error) {
      signal.throwIfAborted()
      const delay = delayMs(operation, failures, random)
      if (delay === null || !(isRetriable(error) || timeout.aborted)) throw error
      await sleep(delay, signal)
    }
  }
}
