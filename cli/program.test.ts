import { expect, test } from 'vitest'
import { type Command, EXIT, UsageError } from './command.ts'
import { output } from './output.ts'
import { runCommandLine } from './program.ts'

const echo: Command = {
  name: 'echo',
  summary: 'Say it again',
  examples: ['hirestream echo one two --loud'],
  arguments: [{ name: '<words...>', description: 'what to say' }],
  options: [
    { flags: '--loud', description: 'in capitals' },
    { flags: '--to <who>', description: 'one of many', repeat: true },
  ],
  async run({ args, options, out }) {
    if (args[0] === 'bad') throw new UsageError('bad words')
    out.say('speaking')
    out.result({ args, loud: options.loud ?? false, to: options.to ?? [] }, ({ args }) =>
      args.join(' '),
    )
    return EXIT.needsALook
  },
}

async function run(...argv: string[]) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) =>
    ({ write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream
  const streams = { stdout: stream('stdout'), stderr: stream('stderr'), noColour: true }
  const verbs = [{ name: 'echo', load: async () => echo }]
  const code = await runCommandLine(argv, verbs, {
    env: {},
    output: (json) => output(streams, json),
    progress: { note: () => {}, step: () => ({ done: () => {}, fail: () => {} }) },
    signal: new AbortController().signal,
    root: '/',
  })
  return { code, ...written }
}

test('-o json: one line of data on stdout, words on stderr', async () => {
  const { code, stdout, stderr } = await run(
    'echo',
    'a',
    'b',
    '-o',
    'json',
    '--to',
    'x',
    '--to',
    'y',
  )
  expect(JSON.parse(stdout)).toEqual({ args: ['a', 'b'], loud: false, to: ['x', 'y'] })
  expect([code, stderr]).toEqual([EXIT.needsALook, 'speaking\n'])
})

test('text is the default form', async () => {
  expect((await run('echo', 'a', 'b')).stdout).toBe('a b\n')
})

for (const [argv, hint] of [
  [['ecko'], 'Did you mean echo?'],
  [['echo'], 'missing required argument'],
  [['echo', 'a', '--lout'], 'Did you mean --loud?'],
  [['echo', 'a', '-o', 'xml'], 'text or json'],
  [['echo', 'bad'], 'echo --help shows examples'],
] as const) {
  test(`${argv.join(' ')} is a usage error that says: ${hint}`, async () => {
    const { code, stdout, stderr } = await run(...argv)
    expect([code, stdout]).toEqual([EXIT.usage, ''])
    expect(stderr).toContain(hint)
  })
}
