import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from './engines/engine.ts'

const NAMES = ['superuser', 'owner', 'app', 'landing', 'registry'] as const

/** Passwords of the local Postgres roles: made once for a root, readable by its user only. */
export async function openSecrets(root: string): Promise<Site['secrets']> {
  const file = join(root, 'data', 'secrets.json')
  const held: Partial<Site['secrets']> = await readFile(file, 'utf8').then(JSON.parse, () => ({}))
  if (NAMES.every((name) => held[name])) return held as Site['secrets']
  const made = NAMES.map((name) => [name, held[name] ?? randomBytes(16).toString('hex')])
  await mkdir(join(root, 'data'), { recursive: true })
  await writeFile(file, JSON.stringify(Object.fromEntries(made)), { mode: 0o600 })
  return Object.fromEntries(made)
}
