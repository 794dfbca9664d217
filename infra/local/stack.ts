import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStart } from '../../bin/piece.mjs'
import type { SetupProgress } from '../../bin/progress.mjs'
import { type RunningEngines, startEngines } from './engines.ts'
import { freePort } from './ports.ts'
import { logTail, type ServerProcess, startProcess } from './processes.ts'

/** A process of ours beside the engines. */
export interface Service {
  readonly name: string
  readonly url: string
  readonly pid: number
  /** Settles when it has ended, with a word on how */
  readonly ended: Promise<string>
  stop(): Promise<void>
  kill(signal: NodeJS.Signals): void
}

export interface StackOptions {
  readonly root: string
  readonly settings: Readonly<Record<string, string | undefined>>
  readonly allowFound: boolean
  readonly progress: SetupProgress
  readonly signal?: AbortSignal | undefined
  /** Steps of the topology by process; two processes use two cores */
  readonly workers?: Readonly<Record<string, readonly string[]>>
  /** Wanted port of the API */
  readonly port?: number
}

/** Everything on this machine: engines, workers, API. */
export interface Stack {
  readonly engines: RunningEngines
  /** What the processes of ours were given */
  readonly settings: Readonly<Record<string, string>>
  readonly services: readonly Service[]
  readonly apiUrl: string
  /** Settles when a process of ours ends unasked, naming it and the last lines of its log */
  readonly failed: Promise<string>
  stop(): Promise<void>
}

const WORKERS = {
  compute: ['intake', 'parsing', 'embedding', 'scoring', 'releasing'],
  landings: ['landing-postgres', 'landing-milvus', 'landing-clickhouse'],
}
const REPOSITORY = resolve(import.meta.dirname, '../..')
const API_PORT = 8080
const START_DEADLINE_MS = 60_000
const STOP_GRACE_MS = 10_000

/** Starts engines, prepares them, starts workers and API. On failure or `signal` what was started is stopped. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const engines = await startEngines(options)
  const services: Service[] = []
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()))
    await engines.stop()
    await rm(join(options.root, 'run', 'settings'), { force: true })
  }
  try {
    return await withServices(options, engines, services, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function withServices(
  options: StackOptions,
  engines: RunningEngines,
  services: Service[],
  stop: () => Promise<void>,
): Promise<Stack> {
  const root = resolve(options.root)
  const settings = {
    ...engines.settings,
    ...(await keysOf(root)),
    ...LOCAL,
    CACHE_DIR: join(root, 'cache'),
  }
  const env = { ...options.settings, ...settings }
  await tellSettings(root, settings)
  const ground = { ...options, root, env }
  await prepare(ground)
  const apiPort = await freePort(options.port ?? API_PORT)
  const starts = [
    ...Object.entries(options.workers ?? WORKERS).map(([name, steps]) =>
      startWorkers(ground, name, steps),
    ),
    startApi(ground, apiPort),
  ]
  // Whichever fails first, the others are known before they are stopped.
  for (const started of await Promise.allSettled(starts)) {
    if (started.status === 'fulfilled') services.push(started.value)
  }
  await Promise.all(starts)
  options.signal?.throwIfAborted()
  const failed = Promise.race(
    services.map(async ({ name, ended }) => {
      return `${name} ended (${await ended}):\n  ${logTail(join(root, 'logs', `${name}.log`))}`
    }),
  )
  return { engines, settings, services, apiUrl: `http://127.0.0.1:${apiPort}`, failed, stop }
}

interface LocalGround extends StackOptions {
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What the local start decides; production sets each of them. */
const LOCAL = { SCHEMA_REGISTER: 'true' }

async function prepare({ root, env, progress, signal }: LocalGround): Promise<void> {
  const step = progress.step('schema, topics, tables')
  const log = join(root, 'logs', 'prepare.log')
  const child = startNode(['pipelines/workers/prepare.ts'], env, log)
  const stop = () => child.kill('SIGTERM')
  signal?.addEventListener('abort', stop, { once: true })
  const how = await child.ended
  signal?.removeEventListener('abort', stop)
  if (how === 'exit code 0') return step.done()
  step.fail()
  throw new Error(`preparing failed (${how}):\n  ${logTail(log)}`)
}

export async function startWorkers(
  ground: LocalGround,
  name: string,
  steps: readonly string[],
): Promise<Service> {
  const port = await freePort(19_400)
  const env = { ...ground.env, HEALTH_PORT: String(port) }
  const args = ['pipelines/workers/main.ts', '--run', steps.join(',')]
  return startService({ ...ground, env }, { name, args, url: `http://127.0.0.1:${port}` })
}

async function startApi(ground: LocalGround, port: number): Promise<Service> {
  const env = { ...ground.env, HTTP_PORT: String(port) }
  const url = `http://127.0.0.1:${port}`
  return startService({ ...ground, env }, { name: 'serving', args: ['serving/main.ts'], url })
}

async function startService(
  { root, env, progress, signal }: LocalGround,
  { name, args, url }: { name: string; args: readonly string[]; url: string },
): Promise<Service> {
  const step = progress.step(name)
  const log = join(root, 'logs', `${name}.log`)
  const child = startNode(args, env, log)
  const record = join(root, 'run', `${name}.json`)
  await mkdir(join(root, 'run'), { recursive: true })
  const since = new Date().toISOString()
  await writeFile(
    record,
    JSON.stringify({ pid: child.pid, start: processStart(child.pid), url, since }),
  )
  const stop = async () => {
    await child.stop()
    await rm(record, { force: true })
  }
  try {
    await started({ url, child, signal })
    step.done(`ready at ${url}`)
  } catch (error) {
    step.fail()
    await stop()
    signal?.throwIfAborted()
    throw new Error(`${name} did not start: ${(error as Error).message}\n  ${logTail(log)}`)
  }
  return { name, url, pid: child.pid, ended: child.ended, stop, kill: child.kill }
}

const startNode = (args: readonly string[], env: LocalGround['env'], log: string): ServerProcess =>
  startProcess(
    {
      command: process.execPath,
      args,
      env: { ...env, NODE_NO_WARNINGS: '1' },
      cwd: REPOSITORY,
      stopSignal: 'SIGTERM',
      graceMs: STOP_GRACE_MS,
      deathSignal: 'KILL',
    },
    log,
  )

async function started(service: {
  url: string
  child: ServerProcess
  signal?: AbortSignal | undefined
}): Promise<void> {
  const deadline = performance.now() + START_DEADLINE_MS
  while (performance.now() < deadline) {
    service.signal?.throwIfAborted()
    if (!service.child.running()) throw new Error(await service.child.ended)
    const answer = await fetch(`${service.url}/startupz`).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`no answer within ${START_DEADLINE_MS / 1000} s`)
}

/** For commands that come later and mean what runs here, such as `hirestream send`. */
async function tellSettings(
  root: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(join(root, 'run'), { recursive: true })
  await writeFile(join(root, 'run', 'settings'), JSON.stringify(settings), { mode: 0o600 })
}

/** Keys of this root, made once, readable by its user only: what was sealed with them opens only with them. */
async function keysOf(root: string): Promise<Record<string, string>> {
  const file = join(root, 'data', 'keys.json')
  const held = await readFile(file, 'utf8').then(JSON.parse, () => null)
  if (held) return held
  const names = ['REGION_KEY', 'PARKING_KEY']
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64')]))
  await mkdir(join(root, 'data'), { recursive: true })
  await writeFile(file, JSON.stringify(made), { mode: 0o600 })
  return made
}
