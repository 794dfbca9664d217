import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensurePiece, runQuietly, withLock } from './piece.mjs'

const folder = () => mkdtempSync(join(tmpdir(), 'hirestream-piece-'))
const silent = { note: () => {}, step: () => ({ done: () => {}, fail: () => {} }) }

test('two set-ups at once build a piece once, and both get it', async () => {
  const cache = folder()
  let builds = 0
  const build = async (part: string) => {
    builds++
    writeFileSync(join(part, 'file'), 'whole')
  }
  const one = () => ensurePiece({ cache, name: 'p-1', label: 'p', build, progress: silent })
  const [a, b] = await Promise.all([one(), one()])
  expect([builds, a === b, readFileSync(join(a, 'file'), 'utf8')]).toEqual([1, true, 'whole'])
})

test('a build that fails leaves nothing that looks finished, and the next one starts clean', async () => {
  const cache = folder()
  const piece = { cache, name: 'p-1', label: 'p', progress: silent }
  const failing = async (part: string) => {
    writeFileSync(join(part, 'half'), '')
    throw new Error('cut off')
  }
  await expect(ensurePiece({ ...piece, build: failing })).rejects.toThrow('cut off')
  expect(existsSync(join(cache, 'p-1'))).toBe(false)
  const path = await ensurePiece({ ...piece, build: async () => {} })
  expect(existsSync(join(path, 'half'))).toBe(false)
})

test('a lock whose owner is dead is taken over', async () => {
  const lock = join(folder(), 'x.lock')
  const dead = spawn(process.execPath, ['-e', ''])
  await once(dead, 'exit')
  writeFileSync(lock, JSON.stringify({ pid: dead.pid, start: '1' }))
  expect(await withLock(lock, {}, async () => 'mine')).toBe('mine')
  expect(existsSync(lock)).toBe(false)
})

test('a lock whose pid now belongs to another process is taken over', async () => {
  const lock = join(folder(), 'x.lock')
  writeFileSync(lock, JSON.stringify({ pid: process.pid, start: '1' }))
  expect(await withLock(lock, {}, async () => 'mine')).toBe('mine')
})

test('a tool that is not there is named together with how to get it', async () => {
  const env = { PATH: '/nowhere' }
  await expect(runQuietly('mvn', ['-v'], { env })).rejects.toThrow(/mvn.*apt-get install maven/s)
})

for (const [says, fix] of [
  ['npm error network getaddrinfo ENOTFOUND host', /registry cannot be reached/],
  ['write error: No space left on device', /disk is full/],
  ['/usr/bin/python3: No module named pip', /python3-pip/],
] as const) {
  test(`a failure that says "${says}" is told with its fix`, async () => {
    const failing = runQuietly('sh', ['-c', `echo "${says}" >&2; exit 1`])
    await expect(failing).rejects.toThrow(fix)
  })
}
