// What set-up fetches, piece by piece, into the user's cache. Plain JavaScript on purpose: it runs
// on Node 20 before any dependency is there. Types for the TypeScript side: piece.d.mts.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A failure a person can act on: the message names the fix, so no stack is shown. */
export class SetupError extends Error {
  name = 'SetupError'
}

export function cacheFolder(env) {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'hirestream')
}

/** Ticks since boot at which a process began: with the pid it names one process for ever. */
export function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

export function isAlive(pid, start) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  const now = processStart(pid)
  return now === null || !start || now === start
}

/** Holds `path` while `work` runs. A lock whose owner is gone is taken over. */
export async function withLock(path, { onWait, signal }, work) {
  await mkdir(dirname(path), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, start: processStart(process.pid) })
  for (let waited = false; ; ) {
    signal?.throwIfAborted()
    try {
      await writeFile(path, mine, { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw explained(error, '')
    }
    const text = await readFile(path, 'utf8').catch(() => '')
    const owner = parsed(text)
    if (owner && isAlive(owner.pid, owner.start)) {
      if (!waited) onWait?.(owner.pid)
      waited = true
      await sleep(300, undefined, { signal })
    } else {
      await takeOver(path, text)
    }
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** Renames first, so that of two that see the same dead owner only one removes its lock. */
async function takeOver(path, seen) {
  // An empty lock may be one whose owner is between creating and writing it.
  if (seen === '') await sleep(200)
  const aside = `${path}.${process.pid}`
  try {
    if ((await readFile(path, 'utf8')) !== seen) return
    await rename(path, aside)
    await rm(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The folder of one finished piece; built under another name and renamed, so that a folder which
 * exists is whole, and a set-up that was cut off starts this piece again.
 */
export async function ensurePiece({ cache, name, label, build, progress, signal }) {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  const onWait = (pid) => progress.note(`${label}: another set-up (pid ${pid}) is at it, waiting`)
  return withLock(`${folder}.lock`, { onWait, signal }, async () => {
    if (existsSync(folder)) return folder
    const step = progress.step(label)
    const part = `${folder}.part`
    try {
      await rm(part, { recursive: true, force: true })
      await mkdir(part, { recursive: true })
      await build(part)
      await rename(part, folder)
    } catch (error) {
      step.fail()
      throw explained(error, label)
    }
    step.done()
    return folder
  })
}

/** Runs one command of set-up, quietly; its last lines are shown only when it fails. */
export function runQuietly(command, args, { cwd, env, signal } = {}) {
  const [file, ...rest] = dyingWithParent('KILL', [command, ...args])
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let tail = ''
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const stop = () => killGroup(child.pid)
    signal?.addEventListener('abort', stop, { once: true })
    const end = (settle, value) => {
      signal?.removeEventListener('abort', stop)
      settle(value)
    }
    child.on('error', (error) => end(reject, explained(error, command)))
    child.on('close', (code) => {
      if (signal?.aborted) return end(reject, signal.reason)
      if (code === 0) return end(resolve, tail)
      // setpriv's word for "no such program".
      if (code === 127) return end(reject, notInstalled(command))
      const lines = tail.trim().split('\n').slice(-8).join('\n  ')
      const what = `${command} ${args[0] ?? ''} ended with ${code}`
      end(reject, new SetupError(`${what}.${fixFor(tail)}\n  ${lines}`))
    })
  })
}

function killGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago.
  }
}

let setpriv

/** The command line that ends with its parent, however the parent ends (Linux; else unchanged). */
export function dyingWithParent(signal, argv) {
  setpriv ??= ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path)) ?? ''
  return setpriv ? [setpriv, '--pdeathsig', signal, '--', ...argv] : argv
}

function explained(error, label) {
  if (error instanceof SetupError || error.name === 'AbortError') return error
  const where = label ? `${label}: ` : ''
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new SetupError(`${where}the disk is full. Free 3 GB, or set XDG_CACHE_HOME elsewhere.`)
  if (error.code === 'EACCES' || error.code === 'EROFS')
    return new SetupError(
      `${where}may not write ${error.path}. Set XDG_CACHE_HOME to a folder of yours.`,
    )
  if (error.code === 'ENOENT' && String(error.syscall).startsWith('spawn'))
    return notInstalled(label)
  return error
}

function notInstalled(command) {
  return new SetupError(`${command} is not installed.${INSTALL[command] ?? ''}`)
}

const INSTALL = {
  mvn: ' Maven fetches Kafka (Debian: apt-get install maven).',
  python3: ' Python 3.9 or newer with pip is needed (Debian: apt-get install python3-pip).',
  npm: ' npm comes with Node.js: reinstall Node.',
}
const NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|Unknown host|unreachable/i
const NETWORK_PY = /NewConnectionError|name resolution|Connection refused|Network is unreachable/i

function fixFor(output) {
  if (/ENOSPC|No space left/i.test(output))
    return ' The disk is full: free 3 GB, or set XDG_CACHE_HOME elsewhere.'
  if (NETWORK.test(output) || NETWORK_PY.test(output))
    return ' The package registry cannot be reached: check the network or the proxy, then repeat.'
  if (/No module named pip/.test(output))
    return ' Python has no pip: install it (Debian: apt-get install python3-pip).'
  return ''
}
