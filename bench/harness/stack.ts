import { rm } from 'node:fs/promises'
import { setupProgress } from '../../bin/progress.mjs'
import { ENGINES } from '../../infra/local/engines/all.ts'
import { ENGINE_NAMES } from '../../infra/local/engines/engine.ts'
import { type Stack, startStack } from '../../infra/local/stack.ts'
import { BENCH_HOME } from './run-bench.ts'

/** Everything on this machine, in a root that is wiped, for as long as `work` takes; also stopped by a signal. */
export async function withStack(
  settings: Readonly<Record<string, string>>,
  work: (
    stack: Stack,
    run: { readonly root: string; readonly signal: AbortSignal },
  ) => Promise<void>,
): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  const { signal } = stop
  const root = `${BENCH_HOME}/stack`
  await rm(root, { recursive: true, force: true })
  // What is measured is this machine's own: no engine of anyone else's.
  const none = Object.fromEntries(ENGINE_NAMES.map((name) => [ENGINES[name].setting, undefined]))
  const env = { ...process.env, ...none, BLOB_URL: undefined, ...settings }
  const progress = setupProgress(process.stderr, 'bench')
  const stack = await startStack({ root, settings: env, allowFound: false, progress, signal })
  try {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    const failed = stack.failed.then((how) => {
      throw new Error(how)
    })
    await Promise.race([work(stack, { root, signal }), aborted, failed])
  } finally {
    stop.abort()
    await stack.stop()
    await rm(root, { recursive: true, force: true })
  }
}
