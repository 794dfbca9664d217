import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, processStart } from '../../bin/piece.mjs'

/**
 * @param wanted  where to look from
 * @returns the first port that nobody listens on and that no other start on this machine has
 *   picked: an engine may bind its port seconds later, and two starts must not meet on one
 */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port++) {
    if ((await isFree(port)) && reserve(port)) return port
  }
  throw new Error(`no free port from ${wanted} to ${wanted + 199}`)
}

/** By a file with our pid: it counts for as long as we live, and needs no cleaning up. */
function reserve(port: number): boolean {
  const folder = join(tmpdir(), `hirestream-ports-${process.getuid?.() ?? 0}`)
  const file = join(folder, String(port))
  mkdirSync(folder, { recursive: true })
  for (const _ of [1, 2]) {
    try {
      const start = processStart(process.pid)
      writeFileSync(file, JSON.stringify({ pid: process.pid, start }), { flag: 'wx' })
      return true
    } catch {
      const { pid, start } = attempt(() => JSON.parse(readFileSync(file, 'utf8')), { pid: 0 })
      if (pid !== 0 && isAlive(pid, start)) return false
      rmSync(file, { force: true })
    }
  }
  return false
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}

/** Who listens on a port, for an error message: "java, pid 123"; null when it cannot be seen. */
export function holderOf(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const inodes = new Set<string>()
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readOr(table).split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
      if (state === '0A' && local?.endsWith(`:${hex}`) && inode) inodes.add(`socket:[${inode}]`)
    }
  }
  if (inodes.size === 0) return null
  for (const pid of listOr('/proc').filter((name) => /^\d+$/.test(name))) {
    const holds = listOr(`/proc/${pid}/fd`).some((fd) =>
      inodes.has(linkOr(`/proc/${pid}/fd/${fd}`)),
    )
    if (holds) return `${readOr(`/proc/${pid}/comm`).trim()}, pid ${pid}`
  }
  return null
}

const readOr = (path: string) => attempt(() => readFileSync(path, 'utf8'), '')
const listOr = (path: string) => attempt(() => readdirSync(path), [])
const linkOr = (path: string) => attempt(() => readlinkSync(path), '')

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise // A process that ended meanwhile, or one that is not ours to look into.
  }
}
