// `npm run check`: types, lint, and the tests that need no engine, side by side.
import { spawn } from 'node:child_process'
import { dyingWithParent } from '../../../bin/piece.mjs'

const CHECKS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  {
    name: 'tests',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      '--project',
      'tidy',
      '--project',
      'handbook',
    ],
  },
]

type Verdict = { name: string; passed: boolean; seconds: string; output: string }

function run({ name, args }: (typeof CHECKS)[number]): Promise<Verdict> {
  const began = performance.now()
  const [file, ...rest] = dyingWithParent('KILL', [process.execPath, ...args])
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    const end = (passed: boolean) =>
      resolve({ name, passed, output, seconds: ((performance.now() - began) / 1000).toFixed(1) })
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))
const verdicts = await Promise.all(CHECKS.map(run))
for (const { name, passed, output } of verdicts) {
  if (!passed) process.stdout.write(`--- ${name}\n${output.trimEnd()}\n`)
}
const words = verdicts.map(
  ({ name, passed, seconds }) => `${name} ${passed ? 'ok' : 'FAILED'} ${seconds} s`,
)
process.stdout.write(`check: ${words.join(' · ')}\n`)
process.exitCode = verdicts.every(({ passed }) => passed) ? 0 : 1
