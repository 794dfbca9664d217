// `hirestream VERB …`. Beside infra/local, the only place of the command line that reads the
// environment. A verb is one file in commands/ and one line here.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setupProgress } from '../bin/progress.mjs'
import { EXIT } from './command.ts'
import { output } from './output.ts'
import { runCommandLine, type Verb } from './program.ts'

const VERBS: readonly Verb[] = [
  { name: 'demo', load: async () => (await import('./commands/demo.ts')).demo },
  { name: 'dev', load: async () => (await import('./commands/dev.ts')).dev },
  { name: 'send', load: async () => (await import('./commands/send.ts')).send },
  { name: 'parse', load: async () => (await import('./commands/parse.ts')).parse },
  { name: 'rank', load: async () => (await import('./commands/rank.ts')).rank },
  { name: 'topology', load: async () => (await import('./commands/topology.ts')).topology },
  { name: 'doctor', load: async () => (await import('./commands/doctor.ts')).doctor },
  { name: 'status', load: async () => (await import('./commands/status.ts')).status },
  { name: 'stop', load: async () => (await import('./commands/stop.ts')).stop },
  { name: 'reset', load: async () => (await import('./commands/reset.ts')).reset },
]

const stop = new AbortController()
let asked = 0
/** npm and a terminal may both pass on one Ctrl-C: only a later one means "now". */
function interrupt() {
  if (stop.signal.aborted && performance.now() - asked > 2000) process.exit(EXIT.interrupted)
  if (!stop.signal.aborted) asked = performance.now()
  stop.abort()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
// `| head` ends the reader first: no error.
process.stdout.on('error', (error) =>
  process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1),
)

const { stdout, stderr, env } = process
const streams = { stdout, stderr, noColour: Boolean(env.NO_COLOR) }
const code = await runCommandLine(process.argv.slice(2), VERBS, {
  env,
  output: (json) => output(streams, json),
  progress: setupProgress(stderr),
  signal: stop.signal,
  root: dirname(dirname(fileURLToPath(import.meta.url))),
})
stdout.write('', () => process.exit(code))
