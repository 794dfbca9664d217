import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { processStart } from '../../bin/piece.mjs'
import { openRunFile, readRunFile, runFilePath } from './run-file.ts'

const silent = { note: () => {}, step: () => ({ done: () => {}, fail: () => {} }) }

function rootWith(owner: object, engines: object): string {
  const root = mkdtempSync(join(tmpdir(), 'hirestream-run-'))
  mkdirSync(join(root, 'run'))
  writeFileSync(runFilePath(root), JSON.stringify({ owner, engines }))
  return root
}

test('a root in use is refused, and the message says how to stop who has it', async () => {
  const holder = spawn('sleep', ['60'])
  const pid = holder.pid ?? 0
  const root = rootWith({ pid, start: processStart(pid) }, {})
  await expect(openRunFile(root, silent)).rejects.toThrow(`pid ${pid}`)
  holder.kill()
})

test('engines of a dead run are ended; a pid that is another process by now is left alone', async () => {
  const left = spawn('sleep', ['60'])
  const other = spawn('sleep', ['60'])
  const entry = (pid = 0, start = processStart(pid)) => ({ pid, start, url: '', since: '' })
  const engines = { kafka: entry(left.pid), redis: entry(other.pid, '1') }
  const run = await openRunFile(rootWith({ pid: 2 ** 22, start: '1' }, engines), silent)
  if (left.exitCode === null && left.signalCode === null) await once(left, 'exit')
  expect([left.signalCode, other.signalCode]).toEqual(['SIGKILL', null])
  other.kill()
  await run.close()
})

test('what runs is written down as it starts and ends', async () => {
  const root = mkdtempSync(join(tmpdir(), 'hirestream-run-'))
  const run = await openRunFile(root, silent)
  await run.set('redis', process.pid, 'redis://x')
  expect(readRunFile(root)?.engines.redis?.start).toBe(processStart(process.pid))
  await run.unset('redis')
  expect(readRunFile(root)?.engines).toEqual({})
  await run.close()
  expect(readRunFile(root)).toBe(null)
})
