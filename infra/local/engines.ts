import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SetupProgress } from '../../bin/progress.mjs'
import { ENGINES } from './engines/all.ts'
import { ENGINE_NAMES, type EngineName } from './engines/engine.ts'
import { javaCommand } from './java.ts'
import { ensurePieces, type PieceName } from './pieces.ts'
import { openRunFile, type RunFile } from './run-file.ts'
import { openSecrets } from './secrets.ts'
import { type EngineServer, engineServer } from './server.ts'

export interface EngineOptions {
  /** Folder of data, logs and pids, such as `.hirestream`; tests have one of their own. */
  readonly root: string
  /** All when not given. Those that one needs are started with it. */
  readonly engines?: readonly EngineName[]
  readonly settings: Readonly<Record<string, string | undefined>>
  /** May a server that is found on its usual port be used? Never in tests. */
  readonly allowFound: boolean
  readonly progress: SetupProgress
  readonly signal?: AbortSignal | undefined
}

export interface EngineStatus {
  readonly name: EngineName
  readonly url: string
  readonly origin: 'setting' | 'found' | 'local'
  readonly pid: number | null
}

export interface RunningEngines {
  /** The six URLs, POSTGRES_APP_URL, EMBEDDING_MODEL_DIR and BLOB_URL. */
  readonly settings: Readonly<Record<string, string>>
  readonly engines: readonly EngineStatus[]
  /** For fault tests: one local engine, on the same port and data after each start. */
  engine(name: EngineName): EngineServer
  stop(): Promise<void>
}

/**
 * Sets up what is missing and starts every engine that no setting names, each as soon as what it
 * needs is there. On failure or `signal` what was started is stopped.
 * @throws SetupError naming the fix; Error with the last log lines of an engine that did not start
 */
export async function startEngines(options: EngineOptions): Promise<RunningEngines> {
  const { settings, progress, signal } = options
  const root = resolve(options.root)
  const chosen = await chooseOrigins(options)
  const local = withNeeds(chosen.filter((c) => c.origin === 'local').map((c) => c.name))
  const names: PieceName[] = ['model', ...local.flatMap((name) => ENGINES[name].pieces)]
  if (settings.EMBEDDING_MODEL_DIR) names.shift()
  const shop = { env: settings, progress, signal }
  const pieces = await ensurePieces(names, shop)
  const run = await openRunFile(root, progress)
  const servers = new Map<EngineName, EngineServer>()
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()))
    await run.close()
  }
  try {
    const java = local.some((name) => ['kafka', 'registry'].includes(name))
      ? (await javaCommand(shop)).java
      : ''
    const secrets = await openSecrets(root)
    const ground = { root, env: settings, pieces, java, secrets, progress, run }
    for (const name of local) servers.set(name, await engineServer(ENGINES[name], ground, servers))
    await startAll([...servers.values()], signal)
  } catch (error) {
    await stop()
    throw error
  }
  await mkdir(join(root, 'blobs'), { recursive: true })
  return running({ root, settings, chosen, servers, pieces, run, stop })
}

/** When one fails the others are told to give up, and have done so before this rejects. */
async function startAll(servers: readonly EngineServer[], outer?: AbortSignal): Promise<void> {
  const halt = new AbortController()
  const signal = outer ? AbortSignal.any([outer, halt.signal]) : halt.signal
  const starts = servers.map((server) =>
    server.start(signal).catch((error) => {
      halt.abort(error)
      throw error
    }),
  )
  await Promise.allSettled(starts)
  outer?.throwIfAborted()
  halt.signal.throwIfAborted()
}

type Choice = { name: EngineName; origin: EngineStatus['origin']; url: string }

function running(state: {
  root: string
  settings: EngineOptions['settings']
  chosen: readonly Choice[]
  servers: ReadonlyMap<EngineName, EngineServer>
  pieces: Readonly<Partial<Record<PieceName, string>>>
  run: RunFile
  stop: () => Promise<void>
}): RunningEngines {
  const { root, settings, chosen, servers, pieces, stop } = state
  const elsewhere = chosen.filter(({ origin }) => origin !== 'local')
  const derived = elsewhere.map(({ name, url }) => ENGINES[name].others?.(url) ?? {})
  const all: Record<string, string> = {
    ...Object.assign({}, ...[...servers.values()].map((server) => server.settings)),
    // Last: Postgres may run locally for the registry alone, while a setting names another.
    ...Object.assign({}, ...derived),
    ...given(settings, derived),
    ...Object.fromEntries(elsewhere.map(({ name, url }) => [ENGINES[name].setting, url])),
    EMBEDDING_MODEL_DIR: settings.EMBEDDING_MODEL_DIR ?? pieces.model ?? '',
    BLOB_URL: settings.BLOB_URL ?? pathToFileURL(join(root, 'blobs')).href,
  }
  return {
    settings: all,
    get engines() {
      return chosen.map(({ name, origin, url }) => {
        const server = origin === 'local' ? servers.get(name) : undefined
        return { name, origin, url: server?.url ?? url, pid: server?.pid ?? null }
      })
    },
    engine(name) {
      const server = servers.get(name)
      if (!server) throw new Error(`${name} is not a local engine of this run`)
      return server
    },
    stop,
  }
}

/** What is derived from a URL gives way to a setting of the same name. */
function given(settings: EngineOptions['settings'], derived: readonly Record<string, string>[]) {
  const names = derived.flatMap((one) => Object.keys(one)).filter((name) => settings[name])
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? '']))
}

/** A setting first, then what answers on the usual port, then the local engine. */
async function chooseOrigins(options: EngineOptions): Promise<Choice[]> {
  const { engines = ENGINE_NAMES, settings, allowFound, progress } = options
  return Promise.all(
    withNeeds(engines).map(async (name): Promise<Choice> => {
      const { setting, usual, probe } = ENGINES[name]
      const given = settings[setting]
      if (given) return { name, origin: 'setting', url: given }
      if (!allowFound) return { name, origin: 'local', url: '' }
      try {
        await probe(usual, AbortSignal.timeout(1500))
        progress.note(`${name}: using the server found at ${usual.replace(/\/\/.*@/, '//')}`)
        return { name, origin: 'found', url: usual }
      } catch {
        return { name, origin: 'local', url: '' }
      }
    }),
  )
}

function withNeeds(names: readonly EngineName[]): EngineName[] {
  const wanted = new Set(names.flatMap((name) => [...(ENGINES[name].needs ?? []), name]))
  return ENGINE_NAMES.filter((name) => wanted.has(name))
}
