// End to end, 2 applications a second, with the real embedding model and everything on this machine: from accepted by
// `POST /v1/events` (the answer is there) to visible with its score in the job's ranked list (the answer is there).
// Beside it the same documents through the same parser, model and formulas by `rank`, alone: what the way costs.
// Usage: node bench/latency.ts [rounds] [applications a round]
import { setTimeout as sleep } from 'node:timers/promises'
import { type DemoApplication, makeDemo } from '../demo/make-demo.ts'
import { ensureDevTenant } from '../infra/local/dev-tenant.ts'
import { quantile } from './harness/figures.ts'
import { withStack } from './harness/stack.ts'
import { interleaved, report } from './harness.ts'
import { openClient } from './latency/client.ts'
import { openFunctions } from './latency/functions.ts'

const [ROUNDS = 5, COUNT = 40] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const EVERY_MS = 500

/** Applications whose document can be read, those of one round. */
function some(applications: readonly DemoApplication[], round: number): DemoApplication[] {
  const readable = applications.filter(({ kind }) => {
    return !['none', 'torn', 'encrypted', 'scan'].includes(kind)
  })
  const from = round * COUNT
  return Array.from({ length: COUNT }, (_, n) => readable[(from + n) % readable.length]!)
}

const summary = (times: readonly number[]) => ({
  p50Ms: quantile(times, 0.5),
  p95Ms: quantile(times, 0.95),
  mostMs: Math.max(...times),
})

await withStack({}, async (stack, { root, signal }) => {
  const demo = await makeDemo({ folder: `${root}/documents` })
  const { apiKey } = await ensureDevTenant(root, stack.settings.POSTGRES_APP_URL ?? '')
  const client = openClient({ url: stack.apiUrl, apiKey, signal })
  await using functions = await openFunctions(stack.settings.EMBEDDING_MODEL_DIR ?? '', signal)
  let [sent, computed] = [0, 0]

  async function whole() {
    // Jobs of a round's own: lists stay short, and nothing is there yet.
    const round = `round-${sent}`
    for (const job of demo.jobs) await client.publish(job, round)
    const begun = performance.now()
    const times: Promise<number>[] = []
    for (const [nth, { submitted }] of some(demo.applications, sent++).entries()) {
      await sleep(Math.max(0, begun + nth * EVERY_MS - performance.now()), undefined, { signal })
      times.push(client.timeToVisible(submitted, round))
    }
    return summary(await Promise.all(times))
  }

  async function alone() {
    const times: number[] = []
    for (const { submitted } of some(demo.applications, computed++)) {
      const job = demo.jobs.find(({ externalId }) => externalId === submitted.jobExternalId)!
      times.push(await functions.timeToScore(submitted, job))
    }
    return summary(times)
  }

  const ways = [
    { name: 'hirestream', round: whole },
    { name: 'the same functions alone', round: alone },
  ]
  const peer = { name: 'the same functions alone', figure: 'p50Ms' }
  const measured = await interleaved(ways, ROUNDS, peer)
  const head = { applicationsASecond: 1000 / EVERY_MS, applicationsARound: COUNT, rounds: ROUNDS }
  report({ bench: 'latency', ...head, measured })
})
