// `npm test`: everything, or what the arguments choose (`npm test -- --project unit core/`). Ends with
// "N passed, N failed" alone on a line.
import { createVitest, parseCLI } from 'vitest/node'

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const vitest = await createVitest('test', { ...options, watch: false, run: true })

let stopping = false
async function interrupt() {
  if (stopping) return
  stopping = true
  // Closing stops the engines; should that hang, they end with this process all the same.
  setTimeout(() => process.exit(130), 10_000).unref()
  await vitest.cancelCurrentRun('keyboard-input')
  await vitest.close()
  process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // vitest's own listeners exit at once, before the engines are stopped.
  process.removeAllListeners(signal)
  process.on(signal, () => void interrupt())
}

await vitest.start(filter)
// An interrupted run has no verdict; `interrupt` ends the process.
if (stopping) await new Promise(() => {})
const counts = { passed: 0, failed: 0, skipped: 0 }
for (const module of vitest.state.getTestModules()) {
  let failedHere = 0
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') counts.passed++
    else if (state === 'failed') failedHere++
    else counts.skipped++
  }
  // A file that cannot be loaded, or a hook that throws, has no failed test to show for it.
  counts.failed += failedHere === 0 && !module.ok() ? 1 : failedHere
}
counts.failed += vitest.state.getUnhandledErrors().length
await vitest.close()
const nothing = counts.passed + counts.failed === 0
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`, () =>
  process.exit(counts.failed > 0 || nothing || process.exitCode ? 1 : 0),
)
