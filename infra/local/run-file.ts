import { readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, processStart, SetupError } from '../../bin/piece.mjs'
import type { SetupProgress } from '../../bin/progress.mjs'

/** One process that runs, named for ever by its pid and the tick at which it began. */
export interface RunEntry {
  readonly pid: number
  readonly start: string | null
  readonly url: string
  /** ISO 8601, when it was started. */
  readonly since: string
}

/** What `<root>/run/engines.json` says: who started the engines, and the engines. */
export interface RunRecord {
  readonly owner: { readonly pid: number; readonly start: string | null }
  readonly engines: Readonly<Record<string, RunEntry>>
}

export interface RunFile {
  set(name: string, pid: number, url: string): Promise<void>
  unset(name: string): Promise<void>
  close(): Promise<void>
}

export const runFilePath = (root: string) => join(root, 'run', 'engines.json')

export function readRunFile(root: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(runFilePath(root), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Takes a root for this process. Engines that a dead run left behind are ended first: only those
 * whose pid and start both match what that run wrote down.
 * @throws SetupError when another live process has it
 */
export async function openRunFile(root: string, progress: SetupProgress): Promise<RunFile> {
  const before = readRunFile(root)
  if (before && isAlive(before.owner.pid, before.owner.start) && before.owner.pid !== process.pid) {
    const who = `The engines of ${root} already run under pid ${before.owner.pid}.`
    throw new SetupError(`${who} Stop them first: npm run cli -- stop`)
  }
  for (const [name, { pid, start }] of Object.entries(before?.engines ?? {})) {
    if (start === null || !isAlive(pid, start)) continue
    progress.note(`${name}: ending pid ${pid}, left by a run that was killed`)
    process.kill(pid, 'SIGKILL')
  }
  return ownRunFile(root)
}

async function ownRunFile(root: string): Promise<RunFile> {
  const path = runFilePath(root)
  const owner = { pid: process.pid, start: processStart(process.pid) }
  const engines: Record<string, RunEntry> = {}
  let writing = Promise.resolve()
  const save = () => {
    writing = writing.then(async () => {
      await writeFile(`${path}.part`, JSON.stringify({ owner, engines }, null, 2), { mode: 0o600 })
      await rename(`${path}.part`, path)
    })
    return writing
  }
  await mkdir(join(root, 'run'), { recursive: true })
  await save()
  return {
    async set(name, pid, url) {
      const since = new Date().toISOString()
      engines[name] = { pid, start: processStart(pid), url, since }
      await save()
    },
    async unset(name) {
      delete engines[name]
      await save()
    },
    async close() {
      await writing
      await rm(path, { force: true })
    },
  }
}
