// `npm run bench -- NAME [--quick] [SIZES…]`: one benchmark with the engines that it needs, if the settings name none.
// `npm run bench -- report` writes what was measured into docs/benchmarks.md.
import { parseArgs } from 'node:util'
import { BENCHES, type Bench } from './harness/benches.ts'
import { rounded } from './harness/figures.ts'
import { writeReport } from './harness/report.ts'
import { goalOf, keep, measuredOf, spreadOf, thisMachine, verdicts } from './harness/results.ts'
import { runBench } from './harness/run-bench.ts'

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [name = '', ...sizes] = positionals

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort())

if (name === 'report') {
  process.stdout.write(`docs/benchmarks.md: ${await writeReport()} benches\n`)
} else if (Object.hasOwn(BENCHES, name)) {
  await run(BENCHES[name]!)
} else {
  const names = Object.entries(BENCHES).map(([each, { says }]) => `  ${each.padEnd(16)} ${says}`)
  const usage = ['npm run bench -- NAME [--quick]', ...names]
  process.stderr.write(`${usage.join('\n')}\n  ${'report'.padEnd(16)} docs/benchmarks.md anew\n`)
  process.exitCode = 64
}

async function run(bench: Bench): Promise<void> {
  const { quick } = values
  const usual = (quick ? bench.quick : bench.full).map(String)
  const args = sizes.length > 0 ? sizes : usual
  const [at, machine] = [new Date().toISOString(), thisMachine()]
  try {
    const result = await runBench(name, bench, { args, signal: stop.signal })
    // Sizes of one's own are no long run.
    const kept = { bench: name, quick: quick || sizes.length > 0, at, machine, result }
    process.stdout.write(`${summary(kept)}\n${await keep(kept)}\n`)
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write('bench stopped\n')
    process.exitCode = 130
  }
}

function summary(kept: Parameters<typeof verdicts>[0]): string {
  const ways = Object.entries(measuredOf(kept)).map(([way, figures]) => {
    const said = Object.entries(figures).map(([figure, all]) => {
      return `  ${figure.padEnd(28)} ${String(rounded(all.median)).padStart(9)}  (${spreadOf(all, '')})`
    })
    return [way, ...said].join('\n')
  })
  const words = verdicts(kept).map(({ target, measured, met }) => {
    const value = measured ? `${rounded(measured.median)} ${target.unit}` : 'not measured'
    return `${met ? 'met   ' : 'MISSED'} ${target.what}: ${value}, target ${goalOf(target)}`
  })
  return [...ways, '', ...words].join('\n')
}
