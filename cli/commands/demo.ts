import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { type Call, type Command, EXIT, type ExitCode } from '../command.ts'
import { type Api, openApi, type RankedList } from '../demo/api.ts'
import { nextSteps, rankingText } from '../demo/print-ranking.ts'
import { rootOf, untilStopped } from './dev.ts'

const SHOWN = 10
const RANKED_DEADLINE_MS = 280_000
const POLL_MS = 500

export const demo: Command = {
  name: 'demo',
  summary: 'Everything, on made-up applicants: from events on Kafka to a ranked list with reasons',
  examples: ['hirestream demo', 'hirestream demo --once', 'hirestream demo --once -o json'],
  options: [
    { flags: '--once', description: 'stop everything after the ranking' },
    {
      flags: '--root <folder>',
      description: 'where everything local lives',
      default: '.hirestream',
    },
  ],

  async run(call) {
    const { startStack } = await import('../../infra/local/stack.ts')
    const { ensureDevTenant } = await import('../../infra/local/dev-tenant.ts')
    const { env, out, progress, signal } = call
    const root = rootOf(call)
    const making = makeApplicants(call, root)
    making.catch(() => {}) // awaited below; the stack's own error comes first
    const stack = await startStack({ root, settings: env, allowFound: true, progress, signal })
    try {
      const tenant = await ensureDevTenant(root, stack.settings.POSTGRES_APP_URL!)
      const api = openApi(stack.apiUrl, tenant.apiKey, signal)
      const events = await making
      const all = events(tenant.tenantId)
      // What an earlier demo left is shown at once; sent again it would change nothing, only keep the machine busy.
      if ((await rankedSoFar(api, all)).judged < applicationsIn(all)) {
        await sendAll(call, { ...env, ...stack.settings }, all)
      } else out.say('The applicants are there from last time; `hirestream reset` begins anew.')
      const lists = await Promise.race([untilRanked(call, api, all), stack.failed])
      if (typeof lists === 'string') throw new Error(lists)
      return await show(call, {
        lists,
        api: stack.apiUrl,
        apiKey: tenant.apiKey,
        failed: stack.failed,
      })
    } finally {
      await stack.stop()
    }
  },
}

/** The demo's documents and the events that bring them, for a tenant. */
async function makeApplicants({ progress }: Call, root: string) {
  const { makeDemo } = await import('../../demo/make-demo.ts')
  const step = progress.step('4 jobs, 200 applicants and their documents')
  try {
    const { events } = await makeDemo({ folder: join(root, 'demo') })
    step.done(`in ${join(root, 'demo')}`)
    return events
  } catch (error) {
    step.fail()
    throw error
  }
}

async function sendAll(call: Call, env: Call['env'], events: readonly InboxEvent[]): Promise<void> {
  const { openInboxPublisher } = await import('../inbox-publisher.ts')
  const step = call.progress.step(`${events.length} events to Kafka, as Avro`)
  const publisher = await openInboxPublisher(env, call.out.say)
  try {
    await publisher.send(events)
    step.done()
  } finally {
    await publisher.close()
  }
}

const applicationsIn = (events: readonly InboxEvent[]) =>
  events.filter(({ payload }) => payload.type === 'application_submitted').length

async function rankedSoFar(api: Api, events: readonly InboxEvent[]) {
  const lists = await Promise.all(jobsOf(events).map((job) => api.ranking(job)))
  const judged = lists.flatMap(({ candidates }) =>
    candidates.filter(({ revision }) => revision !== null),
  )
  return { lists, judged: judged.length }
}

/** Resolves with every job's list once each application has been judged, or says why it never will be. */
async function untilRanked(
  call: Call,
  api: Api,
  events: readonly InboxEvent[],
): Promise<readonly RankedList[]> {
  const expected = applicationsIn(events)
  const step = call.progress.step(`parsing, embedding and scoring ${expected} applications`)
  const deadline = performance.now() + RANKED_DEADLINE_MS
  for (let told = 0; ; ) {
    call.signal.throwIfAborted()
    const { lists, judged } = await rankedSoFar(api, events)
    if (judged >= expected) {
      step.done(`${judged} ranked`)
      return lists
    }
    if (performance.now() > deadline) {
      step.fail(`${judged} of ${expected} ranked`)
      throw new Error(
        `${expected - judged} applications are not ranked; see the logs in .hirestream/logs`,
      )
    }
    const tenths = Math.floor((10 * judged) / expected)
    if (tenths > told) call.progress.note(`${judged} of ${expected} ranked`)
    told = tenths
    await sleep(POLL_MS, undefined, { signal: call.signal })
  }
}

const jobsOf = (events: readonly InboxEvent[]) =>
  events.flatMap(({ source, payload }) =>
    payload.type === 'job_published' ? [`${source}:${payload.externalId}`] : [],
  )

interface Shown {
  readonly lists: readonly RankedList[]
  readonly api: string
  readonly apiKey: string
  readonly failed: Promise<string>
}

async function show(call: Call, { lists, api, apiKey, failed }: Shown): Promise<ExitCode> {
  const { out } = call
  const [first] = lists
  if (first === undefined) throw new Error('the demo has no job')
  out.result({ api, jobs: lists }, () => rankingText(first, SHOWN, out))
  if (call.options.once) return EXIT.done
  out.say(nextSteps({ api, apiKey, list: first }, out))
  return untilStopped(call, failed)
}
