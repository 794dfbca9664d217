import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SetupProgress } from '../../bin/progress.mjs'
import type { EngineName, LocalEngine, Site } from './engines/engine.ts'
import { freePort } from './ports.ts'
import { logTail, type ServerProcess, startProcess } from './processes.ts'
import type { RunFile } from './run-file.ts'

const START_DEADLINE_MS = 90_000

/** One local engine that can be taken away and brought back. */
export interface EngineServer {
  readonly url: string
  readonly settings: Readonly<Record<string, string>>
  readonly pid: number | null
  /** Starts it on its port and data, and resolves when it is ready. */
  start(signal?: AbortSignal): Promise<void>
  waitReady(signal?: AbortSignal): Promise<void>
  /** In good order; resolves when it has ended. */
  stop(): Promise<void>
  /** Outright. SIGSTOP and SIGCONT freeze and thaw it; after SIGKILL it resolves at its end. */
  kill(signal: NodeJS.Signals): Promise<void>
}

export interface Ground {
  readonly root: string
  readonly env: Site['env']
  readonly pieces: Site['pieces']
  readonly java: string
  readonly secrets: Site['secrets']
  readonly progress: SetupProgress
  readonly run: RunFile
}

export async function engineServer(
  engine: LocalEngine,
  ground: Ground,
  others: ReadonlyMap<EngineName, EngineServer>,
): Promise<EngineServer> {
  const site = await layOut(engine, ground, others)
  const settings = engine.settings(site)
  const url = settings[engine.setting] ?? ''
  const logFile = join(ground.root, 'logs', `${engine.name}.log`)
  let server: ServerProcess | null = null
  let starting: Promise<void> | null = null

  const waitReady = async (signal?: AbortSignal) => {
    if (!server) throw new Error(`${engine.name} is not started`)
    await untilReady({ engine, site, url, server, logFile, signal })
    await engine.settle?.(site)
  }
  const forget = async () => {
    server = null
    await ground.run.unset(engine.name)
  }
  const begin = async (signal?: AbortSignal) => {
    await Promise.all((engine.needs ?? []).map((name) => others.get(name)?.start(signal)))
    if (server?.running()) return
    const step = ground.progress.step(engine.name)
    try {
      await prepareOnce(engine, site)
      signal?.throwIfAborted()
      server = startProcess(await engine.launch(site), logFile)
      await ground.run.set(engine.name, server.pid, url)
      await waitReady(signal)
      step.done(`ready at ${url.replace(/\/\/.*@/, '//')}`)
    } catch (error) {
      step.fail()
      throw error
    }
  }
  return {
    url,
    settings,
    get pid() {
      return server?.pid ?? null
    },
    waitReady,
    async start(signal) {
      // Asked for by itself and by who needs it: one start serves both.
      starting ??= begin(signal).finally(() => {
        starting = null
      })
      await starting
    },
    async stop() {
      if (server?.running()) server.kill('SIGCONT')
      await server?.stop()
      await forget()
    },
    async kill(signal) {
      server?.kill(signal)
      if (signal !== 'SIGKILL') return
      await server?.ended
      await forget()
    },
  }
}

async function layOut(
  engine: LocalEngine,
  ground: Ground,
  others: ReadonlyMap<EngineName, EngineServer>,
): Promise<Site> {
  const data = join(ground.root, 'data', engine.name)
  await mkdir(data, { recursive: true })
  const port = await freePort(engine.ports.wanted)
  const inner: number[] = []
  for (const wanted of engine.ports.inner) inner.push(await freePort(wanted))
  const ports: Partial<Record<EngineName, number>> = {}
  for (const name of engine.needs ?? [])
    ports[name] = Number(new URL(others.get(name)?.url ?? '').port)
  const { env, pieces, java, secrets } = ground
  return { data, port, inner, env, pieces, java, secrets, ports }
}

async function prepareOnce(engine: LocalEngine, site: Site): Promise<void> {
  const mark = join(site.data, '.prepared')
  if (existsSync(mark)) return
  await engine.prepare?.(site)
  await writeFile(mark, '')
}

type Wait = {
  engine: LocalEngine
  site: Site
  url: string
  server: ServerProcess
  logFile: string
  signal: AbortSignal | undefined
}

async function untilReady(wait: Wait): Promise<void> {
  const { engine, site, url, server, logFile, signal } = wait
  const deadline = performance.now() + START_DEADLINE_MS
  for (let last: unknown = null; ; ) {
    signal?.throwIfAborted()
    if (!server.running())
      throw new Error(
        `${engine.name}: ${await server.ended}. ${logFile} ends:\n  ${logTail(logFile)}`,
      )
    if (performance.now() > deadline)
      throw new Error(`${engine.name} is not ready after 90 s (${last}); see ${logFile}`)
    try {
      if (engine.probeLocal) await engine.probeLocal(site)
      else await engine.probe(url, AbortSignal.timeout(3000))
      // Were it gone by now, it was another server that answered on this port.
      if (server.running()) return
    } catch (error) {
      last = error
      await sleep(100, undefined, { ...(signal && { signal }) })
    }
  }
}
