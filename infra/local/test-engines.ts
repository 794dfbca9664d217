// vitest's globalSetup of every project that needs engines. Several projects of one run share one
// set: each project loads this file anew, so what they share is kept on globalThis.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../../bin/piece.mjs'
import { setupProgress } from '../../bin/progress.mjs'
import { serveControl } from './control-server.ts'
import './engine-control.ts'
import { ENGINES } from './engines/all.ts'
import { ENGINE_NAMES } from './engines/engine.ts'
import { startEngines } from './engines.ts'
import { readRunFile } from './run-file.ts'

const HOME = '.hirestream/test'

type Shared = { settings: Record<string, string>; control: string; stop(): Promise<void> }
const shared = globalThis as { hirestreamEngines?: { users: number; starting: Promise<Shared> } }

export async function setup(project: TestProject): Promise<void> {
  shared.hirestreamEngines ??= { users: 0, starting: start() }
  shared.hirestreamEngines.users++
  const { settings, control } = await shared.hirestreamEngines.starting
  project.provide('settings', settings)
  project.provide('engineControl', control)
}

export async function teardown(): Promise<void> {
  const state = shared.hirestreamEngines
  if (state && --state.users === 0) await (await state.starting).stop()
}

async function start(): Promise<Shared> {
  await wipeFormerRuns()
  const progress = setupProgress(process.stderr, 'engines')
  const root = join(HOME, String(process.pid))
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => stopped.abort(new Error(`stopped by ${signal}`)))
  }
  // No engine of the user's: a test that cleans up would clean up theirs.
  const none = Object.fromEntries(ENGINE_NAMES.map((name) => [ENGINES[name].setting, undefined]))
  const settings = { ...process.env, ...none, BLOB_URL: undefined }
  const signal = stopped.signal
  const engines = await startEngines({ root, settings, allowFound: false, progress, signal })
  const control = await serveControl(engines)
  return {
    settings: { ...engines.settings },
    control: control.url,
    async stop() {
      control.close()
      await engines.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Folders of runs whose process is gone. */
async function wipeFormerRuns(): Promise<void> {
  for (const name of await readdir(HOME).catch(() => [])) {
    const owner = readRunFile(join(HOME, name))?.owner
    if (owner ? isAlive(owner.pid, owner.start) : isAlive(Number(name) || 0)) continue
    await rm(join(HOME, name), { recursive: true, force: true })
  }
}
