import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../bin/piece.mjs'
import { type RunEntry, readRunFile } from '../../infra/local/run-file.ts'
import { type Command, EXIT } from '../command.ts'

export interface Running {
  readonly name: string
  readonly pid: number
  /** Without its password. */
  readonly url: string
  readonly since: string
  /** Resident memory in MiB, children included; null when it cannot be read. */
  readonly memoryMb: number | null
}

export const status: Command = {
  name: 'status',
  summary: 'Say what runs: engines, workers, API',
  examples: [
    'hirestream status',
    'hirestream status -o json',
    'hirestream status --root .hirestream/dev',
  ],
  options: [{ flags: '--root <folder>', description: 'folder of the run', default: '.hirestream' }],

  async run({ options, out }) {
    const running = whatRuns(String(options.root))
    if (running.length === 0) out.say('Nothing runs here. Start with: npm run demo')
    if (running.length > 0 || out.json)
      out.result(running, (all) => {
        const rows = all.map(({ name, pid, url, since, memoryMb }) => {
          const memory = memoryMb === null ? '?' : `${memoryMb} MB`
          return [name, String(pid), memory, since.slice(11, 19), url]
        })
        const total = all.reduce((sum, { memoryMb }) => sum + (memoryMb ?? 0), 0)
        const head = ['what', 'pid', 'memory', 'since', 'where']
        return out.table([head, ...rows, ['together', '', `${total} MB`]], [1, 2])
      })
    return EXIT.done
  },
}

/** What the files in `<root>/run/*.json` name and is still alive. */
export function whatRuns(root: string): Running[] {
  const entries: [string, RunEntry][] = Object.entries(readRunFile(root)?.engines ?? {})
  for (const file of listOr(join(root, 'run'))) {
    if (!file.endsWith('.json') || file === 'engines.json') continue
    const entry = readEntry(join(root, 'run', file))
    if (entry) entries.push([file.slice(0, -'.json'.length), entry])
  }
  return entries
    .filter(([, { pid, start }]) => isAlive(pid, start))
    .map(([name, { pid, url, since }]) => ({
      name,
      pid,
      url: url.replace(/\/\/.*@/, '//'),
      since,
      memoryMb: memoryOf(pid),
    }))
}

function listOr(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Workers and the API write `{ pid, start, url, since }`, one file each. */
function readEntry(path: string): RunEntry | null {
  try {
    const { pid, start = null, url = '', since = '' } = JSON.parse(readFileSync(path, 'utf8'))
    return typeof pid === 'number' ? { pid, start, url, since } : null
  } catch {
    return null
  }
}

function memoryOf(pid: number): number | null {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    // What children share with each other (Postgres' buffers) is counted once.
    const more = children.filter(Boolean).map((child) => {
      const text = readFileSync(`/proc/${child}/status`, 'utf8')
      return Number(/RssAnon:\s+(\d+)/.exec(text)?.[1] ?? 0)
    })
    return Math.round((own + more.reduce((a, b) => a + b, 0)) / 1024)
  } catch {
    return null
  }
}
