// Starts the engines and keeps them up until SIGINT: `node infra/local/up.ts --root .hirestream/dev`.
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setupProgress } from '../../bin/progress.mjs'
import { ENGINE_NAMES, type EngineName } from './engines/engine.ts'
import { startEngines } from './engines.ts'

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.hirestream/dev' },
    engines: { type: 'string', default: ENGINE_NAMES.join(',') },
  },
})
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort())
process.on('uncaughtException', (error) => {
  const quiet = error.name === 'AbortError' || error.name === 'SetupError'
  process.stderr.write(`${quiet ? error.message : error.stack}\n`)
  process.exit(1)
})
const progress = setupProgress(process.stderr, 'engines')
const engines = await startEngines({
  root: values.root,
  engines: values.engines
    .split(',')
    .filter((n): n is EngineName => ENGINE_NAMES.includes(n as EngineName)),
  settings: process.env,
  allowFound: false,
  progress,
  signal: stop.signal,
})
const lines = Object.entries(engines.settings).map(([key, value]) => `export ${key}='${value}'`)
const file = join(values.root, 'run', 'env.sh')
await mkdir(join(values.root, 'run'), { recursive: true })
await writeFile(file, `${lines.join('\n')}\n`)
await chmod(file, 0o600)
progress.note(`up; settings in ${file}`)
const alive = setInterval(() => {}, 60_000)
await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }))
clearInterval(alive)
await engines.stop()
