import type { SetupProgress } from '../bin/progress.mjs'
import type { Output } from './output.ts'

/** What a verb answers to the shell (sysexits where one fits). */
export const EXIT = {
  done: 0,
  failed: 1,
  /** It worked, but the result needs a look: something parked, missing or refused. */
  needsALook: 2,
  usage: 64,
  /** An engine or server that it needs is down. */
  dependencyDown: 69,
  /** Stopped half-way; the same command goes on from there. */
  resumable: 75,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * One verb of `hirestream`: a value in a file of its own in `cli/commands/`, listed in `main.ts`.
 * Whatever is slow to import is imported in `run`, so that help and the other verbs stay quick.
 */
export interface Command {
  readonly name: string
  /** One line, beginning with a verb, without a full stop. */
  readonly summary: string
  /** Whole command lines that work as they stand; help shows them first. */
  readonly examples: readonly string[]
  /** Positional arguments as commander writes them: `<file...>`, `[folder]`. */
  readonly arguments?: readonly { readonly name: string; readonly description: string }[]
  readonly options?: readonly CommandOption[]
  run(call: Call): Promise<ExitCode>
}

export interface CommandOption {
  /** As commander writes them: `--job <path...>`, `-y, --yes`, `--limit <n>`. */
  readonly flags: string
  readonly description: string
  readonly default?: string | boolean
  readonly choices?: readonly string[]
  /** May be given several times; the values come as a list. */
  readonly repeat?: boolean
}

export interface Call {
  /** Positional arguments, in order, those of a variadic one spread. */
  readonly args: readonly string[]
  /** By long name in camelCase: `--job-file x` is `options.jobFile`. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly env: Environment
  readonly out: Output
  /** Steps of something long, on stderr. */
  readonly progress: SetupProgress
  /** Aborts on SIGINT, SIGTERM and SIGHUP: stop what you started, then return. */
  readonly signal: AbortSignal
  /** Root of the clone, an absolute path. */
  readonly root: string
}

/** A mistake in how a verb was called: its message is shown with a hint at help, and the code is 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
