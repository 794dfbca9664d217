import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dyingWithParent } from '../../bin/piece.mjs'
import { setupProgress } from '../../bin/progress.mjs'
import { type RunningEngines, startEngines } from '../../infra/local/engines.ts'
import { ensureModel } from '../../infra/local/pieces.ts'
import type { Bench } from './benches.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Where engines and stacks of benches live; wiped before each. */
export const BENCH_HOME = '.hirestream/bench'

/**
 * Runs a bench in a process of its own beside the engines that it needs, and stops them.
 * @returns what it printed: one JSON object
 */
export async function runBench(
  name: string,
  bench: Bench,
  { args, signal }: { readonly args: readonly string[]; readonly signal: AbortSignal },
): Promise<unknown> {
  const progress = setupProgress(process.stderr, 'bench')
  await rm(BENCH_HOME, { recursive: true, force: true })
  const env = { ...process.env }
  if (bench.model) env.EMBEDDING_MODEL_DIR ??= await ensureModel({ env, progress, signal })
  const engines =
    bench.engines.length === 0
      ? null
      : await startEngines({
          root: BENCH_HOME,
          engines: bench.engines,
          settings: env,
          allowFound: false,
          progress,
          signal,
        })
  try {
    const settings = { ...env, ...engines?.settings, BENCH_ENGINE_PIDS: pidsOf(engines) }
    const output = await printed([`bench/${name}.ts`, ...args], { env: settings, signal })
    return JSON.parse(output)
  } finally {
    await engines?.stop()
    await rm(BENCH_HOME, { recursive: true, force: true })
  }
}

function pidsOf(engines: RunningEngines | null): string {
  const pids = (engines?.engines ?? []).filter(({ pid }) => pid !== null)
  return JSON.stringify(Object.fromEntries(pids.map(({ name, pid }) => [name, pid])))
}

/** What a script of ours writes to stdout; its stderr is ours. @throws Error when it fails or is stopped */
async function printed(
  args: readonly string[],
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<string> {
  const [file, ...rest] = dyingWithParent('TERM', [process.execPath, ...args])
  const child = spawn(file, rest, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => void child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  const how = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, killedBy) => resolve(killedBy ?? code))
  })
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (how !== 0) throw new Error(`${args[0]} ended with ${how}`)
  return output
}
