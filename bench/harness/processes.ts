import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100
const KIB = 1024

/** Process ids by name, as the harness tells a bench which engines are of its own starting. */
export type Pids = Readonly<Record<string, number>>

/** Engines that were started for this bench; none when settings name others. */
export function enginePids(env: NodeJS.ProcessEnv): Pids {
  return JSON.parse(env.BENCH_ENGINE_PIDS ?? '{}') as Pids
}

/** CPU that a process and its descendants have used so far, those that ended included. */
export function cpuSeconds(pid: number): number {
  // utime, stime, and both of children that have ended and been waited for.
  const ticks = family(pid).map((one) => {
    const fields = statOf(one)
    return fields === null ? 0 : [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
  })
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_A_SECOND
}

export const cpuSecondsOf = (pids: Pids): Record<string, number> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuSeconds(pid)]))

export interface Memory {
  readonly processes: number
  /** Pages in memory: those that processes share are counted in each */
  readonly rssBytes: number
  /** Shared pages divided among those that share them */
  readonly pssBytes: number
}

/** Memory of a process and its descendants. */
export function memoryOf(pid: number): Memory {
  const each = family(pid).map((one) => {
    const text = readOr(`/proc/${one}/smaps_rollup`)
    const bytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * KIB
    return { rssBytes: bytes('Rss'), pssBytes: bytes('Pss') }
  })
  const sum = (name: 'rssBytes' | 'pssBytes') => each.reduce((all, one) => all + one[name], 0)
  return { processes: each.length, rssBytes: sum('rssBytes'), pssBytes: sum('pssBytes') }
}

/** The process and everything below it. */
function family(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = Number(statOf(Number(name))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

/** Fields of /proc/PID/stat after the name, which may itself hold blanks; null when it has ended. */
function statOf(pid: number): string[] | null {
  const text = readOr(`/proc/${pid}/stat`)
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
