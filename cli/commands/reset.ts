import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Command, EXIT, UsageError } from '../command.ts'
import { whatRuns } from './status.ts'

const PARTS = ['data', 'blobs', 'logs', 'run']

export const reset: Command = {
  name: 'reset',
  summary: 'Delete the local data of all engines, to begin anew',
  examples: ['hirestream reset', 'hirestream reset --yes'],
  options: [
    { flags: '--root <folder>', description: 'folder of the run', default: '.hirestream' },
    { flags: '-y, --yes', description: 'do not ask' },
  ],

  async run({ options, out, signal }) {
    const root = resolve(String(options.root))
    const running = whatRuns(root)
    if (running.length > 0) {
      out.say(`${running.map(({ name }) => name).join(', ')} run here. First: hirestream stop`)
      return EXIT.failed
    }
    const present = PARTS.map((part) => join(root, part)).filter((path) => existsSync(path))
    if (present.length === 0) {
      out.say(`Nothing to delete in ${root}.`)
      return EXIT.done
    }
    if (!options.yes && !(await confirmed(root, signal))) {
      out.say('Nothing was deleted.')
      return EXIT.needsALook
    }
    for (const path of present) await rm(path, { recursive: true })
    out.result({ deleted: present }, () => `deleted ${present.length} folders of ${root}`)
    return EXIT.done
  },
}

async function confirmed(root: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('No terminal to ask on: give --yes')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`Delete all local data in ${root}? [y/N] `, { signal })
  lines.close()
  return /^y(es)?$/i.test(answer.trim())
}
