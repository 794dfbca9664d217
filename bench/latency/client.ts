import { setTimeout as sleep } from 'node:timers/promises'
import type { ApplicationSubmitted, JobPublished } from '../../core/events/events.generated.ts'

const SOURCE = 'bench'
const POLL_MS = 25
const PATIENCE_MS = 60_000
const AT = '2026-09-01T07:00:00Z'

interface Listed {
  readonly candidates: readonly { readonly externalId: string; readonly revision: number | null }[]
}

/** An integration over HTTP that sends events and looks at ranked lists. */
export function openClient(api: {
  readonly url: string
  readonly apiKey: string
  readonly signal: AbortSignal
}) {
  const { url, signal } = api
  const headers = { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' }
  /** Lists that somebody waits for: one is asked for all who wait for it. */
  const watched = new Map<string, Map<string, (at: number) => void>>()

  async function post(eventId: string, payload: object): Promise<void> {
    const body = JSON.stringify({ eventId, source: SOURCE, occurredAt: AT, payload })
    const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers, body, signal })
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
    await answer.body?.cancel()
  }

  async function watch(job: string): Promise<void> {
    const waiting = watched.get(job)!
    const path = `/v1/jobs/${encodeURIComponent(`${SOURCE}:${job}`)}/candidates?limit=100`
    while (waiting.size > 0) {
      const answer = await fetch(`${url}${path}`, { headers, signal })
      // 404: the job itself has not landed yet.
      const { candidates = [] } = (await answer.json()) as Partial<Listed>
      for (const { externalId, revision } of candidates) {
        if (revision === null) continue
        waiting.get(externalId)?.(performance.now())
        waiting.delete(externalId)
      }
      await sleep(POLL_MS, undefined, { signal })
    }
    watched.delete(job)
  }

  function visible(job: string, externalId: string): Promise<number> {
    const seen = Promise.withResolvers<number>()
    const late = setTimeout(() => {
      seen.reject(new Error(`${externalId} was not visible within ${PATIENCE_MS / 1000} s`))
    }, PATIENCE_MS)
    const isWatched = watched.has(job)
    if (!isWatched) watched.set(job, new Map())
    watched.get(job)!.set(externalId, seen.resolve)
    if (!isWatched) watch(job).catch(seen.reject)
    return seen.promise.finally(() => clearTimeout(late))
  }

  return {
    async publish(job: JobPublished, round: string): Promise<void> {
      const externalId = `${job.externalId}-${round}`
      await post(`${externalId}-published`, { ...job, externalId })
    },
    /** @returns milliseconds from the answer to the event to the answer that lists it with a score */
    async timeToVisible(submitted: ApplicationSubmitted, round: string): Promise<number> {
      const { document } = submitted
      const externalId = `${submitted.externalId}-${round}`
      const jobExternalId = `${submitted.jobExternalId}-${round}`
      const content = document?.content?.toString('base64') ?? null
      const file = document && { ...document, content }
      const payload = { ...submitted, externalId, jobExternalId, document: file, appliedAt: null }
      await post(`${externalId}-submitted`, payload)
      const accepted = performance.now()
      return (await visible(jobExternalId, externalId)) - accepted
    },
  }
}
