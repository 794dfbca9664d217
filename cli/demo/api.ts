/** What the demo shows of `GET /v1/jobs/{id}/candidates`. */
export interface RankedList {
  readonly job: { readonly jobId: string; readonly title: string } | null
  readonly candidates: readonly RankedCandidate[]
  readonly generation: number
}

export interface RankedCandidate {
  readonly applicationId: string
  readonly externalId: string | null
  readonly source: string | null
  readonly name: string | null
  readonly band: string
  readonly overall: number | null
  readonly components: Readonly<Record<string, number | null>> | null
  readonly requirements: readonly {
    readonly requirement: string
    readonly result: string
    readonly quote: string | null
  }[]
  readonly summary: readonly string[]
  readonly profileReason: string | null
  /** null: no score yet */
  readonly revision: number | null
}

interface Page extends RankedList {
  readonly nextCursor: string | null
}

export interface Api {
  /** A job's whole list. @param job  `source:their id` */
  ranking(job: string): Promise<RankedList>
}

const PAGE = 100

/** A client of the API, as an integrator would write one. */
export function openApi(url: string, apiKey: string, signal: AbortSignal): Api {
  const get = async (path: string): Promise<Page | null> => {
    const answer = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Page
  }
  return {
    async ranking(job) {
      const candidates: RankedCandidate[] = []
      let last: Page | null = null
      for (let cursor: string | null = ''; cursor !== null; cursor = last?.nextCursor ?? null) {
        const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
        last = await get(`/v1/jobs/${encodeURIComponent(job)}/candidates?limit=${PAGE}${after}`)
        candidates.push(...(last?.candidates ?? []))
      }
      return { job: last?.job ?? null, generation: last?.generation ?? 0, candidates }
    },
  }
}
