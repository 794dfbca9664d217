#!/usr/bin/env node
// Runs on Node 20 with nothing installed: makes sure of the dependencies and of Node 24, then hands
// over to cli/main.ts (or a script), passing on terminal, signals and exit code.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dyingWithParent } from './piece.mjs'
import { setupProgress } from './progress.mjs'
import { ensureDependencies, ensureNode, SetupError } from './setup.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const SCRIPTS = {
  test: 'infra/local/scripts/test.ts',
  check: 'infra/local/scripts/check.ts',
  bench: 'bench/main.ts',
  generate: 'schemas/generate.ts',
}

function target(args) {
  if (args[0] !== '--script') return ['cli/main.ts', ...args]
  const path = SCRIPTS[args[1]]
  if (!path || !existsSync(join(root, path)))
    throw new SetupError(`No script "${args[1]}": one of ${Object.keys(SCRIPTS).join(', ')}.`)
  return [path, ...args.slice(2)]
}

async function main(args) {
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
  const progress = setupProgress(process.stderr)
  const [path, ...rest] = target(args)
  const options = { root, env: process.env, progress, signal: stop.signal }
  const [node] = await Promise.all([ensureNode(options), ensureDependencies(options)])
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupt)
  return handOver(node, [join(root, path), ...rest])
}

function handOver(node, args) {
  const env = { ...process.env, NODE_NO_WARNINGS: '1' }
  // If this launcher is killed outright, the kernel tells the main process, which stops what it began.
  const [file, ...rest] = dyingWithParent('TERM', [node, ...args])
  const child = spawn(file, rest, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const ancestors = npmAbove()
  if (ancestors.length > 0) {
    // npm killed outright leaves its shell and us behind: end as if it had told us to.
    const alive = () => ancestors.every((pid) => existsSync(`/proc/${pid}`))
    setInterval(() => alive() || child.kill('SIGTERM'), 500).unref()
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** The processes between npm and us, npm included; none when npm did not start us. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event) return []
  const pids = [process.ppid]
  const command = read(`/proc/${process.ppid}/cmdline`)
  if (/^(\/\S*\/)?(sh|bash|dash|zsh)\0-c/.test(command)) {
    const stat = read(`/proc/${process.ppid}/stat`)
    pids.push(Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]))
  }
  return pids.filter((pid) => pid > 1)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const interrupted = error.name === 'AbortError'
    const text = error instanceof SetupError ? error.message : error.stack
    process.stderr.write(interrupted ? 'stopped; a repeat goes on from here\n' : `${text}\n`)
    process.exit(interrupted ? 130 : 1)
  },
)
