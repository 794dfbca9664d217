import { join, resolve } from 'node:path'
import { type Call, type Command, EXIT, type ExitCode } from '../command.ts'

export const dev: Command = {
  name: 'dev',
  summary: 'Start engines, workers and API, and keep them up until Ctrl-C',
  examples: ['hirestream dev', 'hirestream dev --root /tmp/hirestream'],
  options: [
    {
      flags: '--root <folder>',
      description: 'where everything local lives',
      default: '.hirestream',
    },
  ],

  async run(call) {
    const { startStack } = await import('../../infra/local/stack.ts')
    const { ensureDevTenant } = await import('../../infra/local/dev-tenant.ts')
    const root = rootOf(call)
    const { env, progress, signal, out } = call
    const stack = await startStack({ root, settings: env, allowFound: true, progress, signal })
    try {
      const tenant = await ensureDevTenant(root, stack.settings.POSTGRES_APP_URL!)
      out.result({ api: stack.apiUrl, ...tenant }, ({ api, apiKey }) =>
        [`API      ${api}  (docs at ${api}/docs)`, `API key  ${apiKey}`].join('\n'),
      )
      out.say('Ctrl-C stops everything.')
      return await untilStopped(call, stack.failed)
    } finally {
      await stack.stop()
    }
  },
}

/** A root given on the command line is relative to where one stands; the default lies in the clone. */
export const rootOf = ({ options, root }: Call): string =>
  options.root === '.hirestream' ? join(root, '.hirestream') : resolve(String(options.root))

/** Until Ctrl-C, or until a process of ours ends by itself, which is told. */
export async function untilStopped(
  { signal, out }: Call,
  failed: Promise<string>,
): Promise<ExitCode> {
  const stopped = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  // Nothing else keeps this process alive while it only waits.
  const alive = setInterval(() => {}, 60_000)
  const failure = await Promise.race([stopped, failed])
  clearInterval(alive)
  if (failure === null) return EXIT.done
  out.say(failure)
  return EXIT.failed
}
