import { Command as Commander, CommanderError, Option } from 'commander'
import { SetupError } from '../bin/piece.mjs'
import { type Call, type Command, EXIT, type ExitCode, UsageError } from './command.ts'

/** A verb that is imported only when it is asked for. */
export interface Verb {
  readonly name: string
  readonly load: () => Promise<Command>
}

export type Surroundings = Omit<Call, 'args' | 'options' | 'out'> & {
  readonly output: (json: boolean) => Call['out']
}

/** Runs one command line. Never throws: every end is an exit code, told on stderr. */
export async function runCommandLine(
  argv: readonly string[],
  verbs: readonly Verb[],
  around: Surroundings,
): Promise<ExitCode> {
  const out = around.output(false)
  try {
    return await dispatch(argv, verbs, around)
  } catch (error) {
    if (around.signal.aborted) return EXIT.interrupted
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (!(error instanceof Error)) throw error
    if (error instanceof UsageError) {
      out.say(`${error.message}\nhirestream ${argv[0] ?? ''} --help shows examples.`)
      return EXIT.usage
    }
    const known = error instanceof SetupError || error.name === 'Fault'
    out.say(known ? error.message : (error.stack ?? error.message))
    return error.name === 'Fault' ? EXIT.dependencyDown : EXIT.failed
  }
}

async function dispatch(argv: readonly string[], verbs: readonly Verb[], around: Surroundings) {
  const verb = verbs.find(({ name }) => name === argv[0])
  let code: ExitCode = EXIT.done
  const program = new Commander('hirestream')
    .description('An open, AI-native hiring pipeline: applications in, explained rankings out.')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('beforeAll', verb ? '' : firstSteps)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeErr: (text) => around.output(false).say(text.trimEnd()) })
  // Only the verb that is asked for is imported; for the overview all are.
  const wanted = verb ? [verb] : verbs
  const asksForHelp = argv.length === 0 || ['--help', '-h', 'help'].includes(argv[0] ?? '')
  for (const { name, load } of wanted) {
    if (verb || asksForHelp) {
      addCommand(program, await load(), around, (ended) => {
        code = ended
      })
    } else program.command(name) // A name alone: enough to say "did you mean".
  }
  if (argv.length === 0) {
    program.outputHelp({ error: true })
    return EXIT.usage
  }
  await program.parseAsync([...argv], { from: 'user' })
  return code
}

const firstSteps = `Try first:
  hirestream demo                       everything, on made-up applicants
  hirestream parse résumé.pdf           what is found in a document
  hirestream rank --job job.txt folder  a folder of résumés, best first
`

function addCommand(
  program: Commander,
  command: Command,
  around: Surroundings,
  ended: (code: ExitCode) => void,
) {
  const examples = command.examples.map((line) => `  ${line}`).join('\n')
  const sub = program
    .command(command.name)
    .summary(command.summary)
    .description(`${command.summary}.`)
    .addHelpText('before', `Examples:\n${examples}\n`)
    .option('-o, --output <form>', 'form of the result: text or json', 'text')
    .exitOverride()
  for (const { name, description } of command.arguments ?? []) sub.argument(name, description)
  for (const option of command.options ?? []) {
    const made = new Option(option.flags, option.description)
    if (option.default !== undefined) made.default(option.default)
    if (option.choices) made.choices([...option.choices])
    if (option.repeat) made.argParser((value, before: string[] = []) => [...before, value])
    sub.addOption(made)
  }
  sub.action(async () => {
    const options = sub.opts()
    if (!['text', 'json'].includes(options.output))
      throw new UsageError(`--output is "${options.output}": text or json`)
    const { output, ...rest } = around
    const out = output(options.output === 'json')
    ended(await command.run({ ...rest, args: sub.args, options, out }))
  })
}
