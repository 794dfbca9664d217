import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

const taken = new Set<number>()

/** @returns `wanted`, or the next port that nobody listens on and that we have not given away */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port++) {
    if (taken.has(port) || !(await isFree(port))) continue
    taken.add(port)
    return port
  }
  throw new Error(`no free port from ${wanted} to ${wanted + 199}`)
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
