import { type DestinationStream, type Logger, pino } from 'pino'

export interface LoggerOptions {
  /** The process's own name: serving, workers */
  readonly service: string
  readonly level: string
  /** Where lines go; stderr when absent, so that stdout carries data only */
  readonly destination?: DestinationStream
}

/**
 * JSON lines with UTC times. Nothing is logged but what is named here and at the call: a whole request, body or error
 * object never gets in, whoever passes one (its message may quote a person's data).
 */
export function openLogger({ service, level, destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { req: () => undefined, res: () => undefined, err: safeError, error: safeError },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  )
}

/** Faults are made for logs; any other error tells its kind and place, not its message. */
export function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown }).code
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim())
  const { name } = error
  const known = name === 'Fault' ? { message: error.message } : {}
  const cause = error.cause === undefined ? {} : { cause: safeError(error.cause) }
  return { name, ...(typeof code === 'string' && { code }), ...known, stack, ...cause }
}
