import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { cacheFolder } from '../../bin/piece.mjs'
import { ENGINES } from './engines/all.ts'
import { ENGINE_NAMES } from './engines/engine.ts'
import { javaMajor } from './java.ts'
import { PIECES } from './pieces.ts'
import { holderOf, isFree } from './ports.ts'

/** One thing that `doctor` looked at. `missing` keeps something from working; `warn` does not. */
export interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warn' | 'missing'
  readonly says: string
  readonly fix?: string
}

type Env = Readonly<Record<string, string | undefined>>
const NEEDED_FREE_GB = 3

export async function findings({ env, root }: { env: Env; root: string }): Promise<Finding[]> {
  const tools = await Promise.all([
    tool('npm', ['--version'], 'it comes with Node.js'),
    tool('mvn', ['--version'], 'Debian: apt-get install maven (fetches Kafka and the registry)'),
    tool('python3', ['--version'], 'Debian: apt-get install python3 python3-pip'),
    tool('python3', ['-m', 'pip', '--version'], 'Debian: apt-get install python3-pip', 'pip'),
  ])
  return [
    { what: 'Node.js', state: 'ok', says: process.versions.node },
    ...tools,
    await java(env),
    setpriv(),
    await disk(cacheFolder(env)),
    ...(await ports(root)),
    ...(await cache(env)),
    ...settings(env),
    { what: 'subject names', state: 'ok', says: 'TopicNameStrategy (<topic>-value)' },
  ]
}

async function tool(
  command: string,
  args: string[],
  fix: string,
  what = command,
): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)(command, args)
    return { what, state: 'ok', says: firstLine(stdout) }
  } catch {
    return { what, state: 'missing', says: 'not found', fix }
  }
}

function firstLine(text: string): string {
  return stripVTControlCharacters(text.split('\n')[0] ?? '').replace(/ from .*/, '')
}

async function java(env: Env): Promise<Finding> {
  const major = await javaMajor(env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java')
  if (major >= 17) return { what: 'Java', state: 'ok', says: String(major) }
  const says = major === 0 ? 'not found' : `${major}, and 17 is needed`
  return { what: 'Java', state: 'warn', says, fix: 'set-up fetches one from PyPI (104 MB)' }
}

function setpriv(): Finding {
  const what = 'setpriv'
  if (existsSync('/usr/bin/setpriv') || existsSync('/bin/setpriv'))
    return { what, state: 'ok', says: 'engines end with what started them' }
  const fix = 'Debian: apt-get install util-linux; else after a kill -9: hirestream stop'
  return { what, state: 'warn', says: 'not found', fix }
}

async function disk(folder: string): Promise<Finding> {
  const there = existsSync(folder) ? folder : '/'
  const { bavail, bsize } = await statfs(there)
  const free = Math.floor((bavail * bsize) / 2 ** 30)
  const says = `${free} GB free for ${folder}`
  if (free >= NEEDED_FREE_GB) return { what: 'disk', state: 'ok', says }
  return { what: 'disk', state: 'warn', says, fix: 'free some, or set XDG_CACHE_HOME elsewhere' }
}

async function ports(root: string): Promise<Finding[]> {
  const busy: Finding[] = []
  for (const name of ENGINE_NAMES) {
    const { wanted } = ENGINES[name].ports
    if (await isFree(wanted)) continue
    const says = `in use by ${holderOf(wanted) ?? 'another user'}`
    const fix = `${name} takes the next free one; or set ${ENGINES[name].setting}`
    busy.push({ what: `port ${wanted}`, state: 'warn', says, fix })
  }
  if (busy.length > 0) return busy
  return [{ what: 'ports', state: 'ok', says: `the usual ones are free for ${root}` }]
}

async function cache(env: Env): Promise<Finding[]> {
  const all = Object.values(PIECES).map(async ({ name, label }): Promise<Finding> => {
    const folder = join(cacheFolder(env), name)
    if (!existsSync(folder)) {
      return {
        what: label,
        state: 'warn',
        says: 'not fetched yet',
        fix: 'the first demo fetches it',
      }
    }
    const megabytes = Math.round((await sizeOf(folder)) / 1e6)
    return { what: label, state: 'ok', says: `${megabytes} MB in ${folder}` }
  })
  return Promise.all(all)
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return bytes
}

function settings(env: Env): Finding[] {
  return ENGINE_NAMES.map((name) => {
    const { setting } = ENGINES[name]
    const says = env[setting]?.replace(/\/\/.*@/, '//') ?? 'not set: local engine'
    return { what: setting, state: 'ok', says }
  })
}
