import { type Command, EXIT } from '../command.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what is there, what is missing, and how to get it',
  examples: ['hirestream doctor', 'hirestream doctor -o json'],

  async run({ env, out, root }) {
    const { findings } = await import('../../infra/local/findings.ts')
    const all = await findings({ env, root })
    out.result(all, (list) => {
      const mark = { ok: 'ok', warn: '!', missing: 'MISSING' } as const
      return out.table(
        list.map(({ what, state, says, fix }) => [mark[state], what, says, fix ?? '']),
      )
    })
    const worst = all.some(({ state }) => state === 'missing')
    return worst ? EXIT.needsALook : EXIT.done
  },
}
