import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isAlive } from '../../bin/piece.mjs'
import { isFree } from '../../infra/local/ports.ts'
import { type RunEntry, readRunFile } from '../../infra/local/run-file.ts'

let main: ChildProcess | undefined
afterEach(() => main?.kill('SIGKILL'))

/** Starts two engines of its own in another process, and resolves when they are up. */
async function startElsewhere(): Promise<RunEntry[]> {
  const root = mkdtempSync(join(tmpdir(), 'hirestream-killed-'))
  const args = ['infra/local/up.ts', '--root', root, '--engines', 'postgres,redis']
  main = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  main.stderr?.on('data', (chunk) => (said += chunk))
  await expect.poll(() => said, { timeout: 60_000 }).toContain('up; settings in')
  return Object.values(readRunFile(root)?.engines ?? {})
}

const portOf = ({ url }: RunEntry) => Number(new URL(url).port)

for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
  test(`${signal} to what started engines: within seconds nothing runs or listens`, async () => {
    const engines = await startElsewhere()
    expect(engines.length).toBe(2)
    main?.kill(signal)
    const left = async () => {
      const free = await Promise.all(engines.map((engine) => isFree(portOf(engine))))
      return engines.filter(({ pid, start }, i) => isAlive(pid, start) || !free[i]).length
    }
    await expect.poll(left, { timeout: 8000 }).toBe(0)
  })
}
