// `npm run bench -- NAME [ARGS]`: one benchmark, with the engines that it needs, if the settings name none.
import { setupProgress } from '../bin/progress.mjs'
import type { EngineName } from '../infra/local/engines/engine.ts'
import { startEngines } from '../infra/local/engines.ts'
import { ensureModel } from '../infra/local/pieces.ts'

interface Bench {
  readonly says: string
  readonly engines: readonly EngineName[]
  readonly model?: boolean
  run(): Promise<unknown>
}

/** Each reads its arguments and settings from the process, as if it were started alone. */
const BENCHES: Record<string, Bench> = {
  embedding: {
    says: 'embedding 500 résumés on one core, beside onnxruntime in batches',
    engines: [],
    model: true,
    run: () => import('./embedding.ts'),
  },
  ranking: {
    says: 'right trade in the top 10, matching above spoilt: every variant beside BM25, TF-IDF, MiniLM',
    engines: [],
    model: true,
    run: () => import('./ranking.ts'),
  },
  'landing-scores': {
    says: 'scores from Kafka into Postgres, beside a bare loop',
    engines: ['kafka', 'postgres'],
    run: () => import('./landing-scores.ts'),
  },
  'landing-facts': {
    says: 'facts from Kafka into ClickHouse, beside JSON rows and RowBinary',
    engines: ['kafka', 'clickhouse'],
    run: () => import('./landing-facts.ts'),
  },
  'ranked-list': {
    says: 'the first page of a job with 10,000 applications',
    engines: ['postgres'],
    run: () => import('./ranked-list.ts'),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (!bench) {
  const names = Object.entries(BENCHES).map(([each, { says }]) => `  ${each.padEnd(16)} ${says}`)
  process.stderr.write(`npm run bench -- NAME\n${names.join('\n')}\n`)
  process.exit(64)
}

process.argv.splice(2, process.argv.length, ...args)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort())
const progress = setupProgress(process.stderr, 'bench')
const { signal } = stop
if (bench.model && !process.env.EMBEDDING_MODEL_DIR) {
  process.env.EMBEDDING_MODEL_DIR = await ensureModel({ env: process.env, progress, signal })
}
const engines =
  bench.engines.length === 0
    ? null
    : await startEngines({
        root: '.hirestream/bench',
        engines: [...bench.engines],
        settings: process.env,
        allowFound: false,
        progress,
        signal,
      })
Object.assign(process.env, engines?.settings)
try {
  await bench.run()
} finally {
  await engines?.stop()
}
