// The first two steps of set-up: the clone's dependencies, and a Node that runs TypeScript.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, ensurePiece, runQuietly, SetupError, withLock } from './piece.mjs'

export { SetupError } from './piece.mjs'

const NODE_MAJOR = 24
const NODE_VERSION = '24.21.0'

/** Runs `npm ci` unless node_modules is what package-lock.json says. */
export async function ensureDependencies({ root, env, progress, signal }) {
  if (await isFresh(root)) return
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const lock = join(cacheFolder(env), `dependencies-${key}.lock`)
  const label = 'dependencies (npm ci)'
  const onWait = (pid) => progress.note(`${label}: another set-up (pid ${pid}) is at it, waiting`)
  await withLock(lock, { onWait, signal }, async () => {
    if (await isFresh(root)) return
    const step = progress.step(label)
    try {
      await installDependencies({ cwd: root, env: npmEnv(env), signal })
    } catch (error) {
      step.fail()
      throw error
    }
    step.done()
  })
}

/** `npm ci`; where the registry lacks other platforms' packages npm holds the lock for unfit. */
async function installDependencies(options) {
  try {
    await runQuietly('npm', ['ci', '--no-progress'], options)
  } catch (error) {
    if (!/package-lock|EUSAGE/.test(error.message)) throw error
    await runQuietly('npm', ['install', '--no-save', '--no-progress'], options)
  }
}

/** npm writes node_modules/.package-lock.json last, so a cut-off install is never fresh. */
async function isFresh(root) {
  try {
    const [want, have] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map(async (path) =>
        JSON.parse(await readFile(join(root, path), 'utf8')),
      ),
    )
    return Object.entries(want.packages).every(([path, { version, integrity, optional }]) => {
      const there = have.packages[path]
      if (path === '' || (optional && !there)) return true
      return there?.version === version && there?.integrity === integrity
    })
  } catch {
    return false
  }
}

/** @returns a Node of at least 24: this one, or one fetched into the cache */
export async function ensureNode({ env, progress, signal }) {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const folder = await ensurePiece({
    cache: cacheFolder(env),
    name: `node-${NODE_VERSION}`,
    label: `Node ${NODE_VERSION}`,
    progress,
    signal,
    build: async (part) => {
      await writeFile(join(part, 'package.json'), '{"private":true}')
      const args = ['install', '--prefix', part, '--ignore-scripts', '--no-save', '--no-progress']
      const options = { cwd: part, env: npmEnv(env), signal }
      await runQuietly('npm', [...args, `${name}@${NODE_VERSION}`], options)
    },
  })
  const node = join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(node)) return node
  throw new SetupError(`No Node ${NODE_MAJOR} for ${name}: install Node ${NODE_MAJOR} by hand.`)
}

/** An npm inside an npm must not take over the outer one's folder. */
export function npmEnv(env) {
  const drop = /^npm_(config_(local_prefix|prefix|global|ignore_scripts)|lifecycle|package|command)/
  return Object.fromEntries(Object.entries(env).filter(([key]) => !drop.test(key)))
}
