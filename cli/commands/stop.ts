import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../bin/piece.mjs'
import { readRunFile } from '../../infra/local/run-file.ts'
import { type Command, EXIT } from '../command.ts'
import { whatRuns } from './status.ts'

const GRACE_MS = 15_000

export const stop: Command = {
  name: 'stop',
  summary: 'Stop what runs here',
  examples: ['hirestream stop', 'hirestream stop --root .hirestream/dev'],
  options: [{ flags: '--root <folder>', description: 'folder of the run', default: '.hirestream' }],

  async run({ options, out }) {
    const root = String(options.root)
    const owner = readRunFile(root)?.owner
    const owned = owner && isAlive(owner.pid, owner.start)
    // Who started the engines also stops them, and in the right order; engines without one are
    // what a killed run left behind.
    const pids = owned ? [owner.pid] : whatRuns(root).map(({ pid }) => pid)
    if (pids.length === 0) out.say('Nothing runs here.')
    for (const pid of pids) process.kill(pid, 'SIGTERM')
    const deadline = performance.now() + GRACE_MS
    while (pids.some((pid) => isAlive(pid)) && performance.now() < deadline) await sleep(100)
    const left = whatRuns(root)
    for (const { pid } of left) process.kill(pid, 'SIGKILL')
    out.result({ stopped: pids.length, killed: left.length }, ({ killed }) =>
      killed > 0 ? `stopped; ${killed} had to be killed` : 'stopped',
    )
    return EXIT.done
  },
}
