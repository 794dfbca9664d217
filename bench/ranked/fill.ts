import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import type { Events, Topic } from '../../core/events/topics.ts'
import { uuid5 } from '../../core/ids.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import { scoreEvent } from '../facts/score-event.ts'

export const TENANT = '11111111-1111-4111-8111-111111111111'
const NIL = '00000000-0000-0000-0000-000000000000'
const BATCH = 2000

/** Ids as in life: rows of one job lie far apart in every index. */
export const idOf = (kind: string, n: number) => uuid5(NIL, `${kind}${n}`)

interface Fill {
  readonly pool: pg.Pool
  readonly keys: KeyStore
  readonly jobs: number
  readonly perJob: number
}

/** Applications with sealed contacts and scores with sealed quotes, landed by our own sink. */
export async function fill({ pool, keys, jobs, perJob }: Fill): Promise<void> {
  const sink = postgresSink({ pool, generation: 1, rows: postgresRows, clock: Date.now })
  const signal = AbortSignal.timeout(600_000)
  const next = new Map<Topic, number>()
  const partition = 0
  const claims = await sink.claim(
    (['applications', 'scores'] as const).map((topic) => ({ topic, partition })),
    signal,
  )
  const land = async <T extends Topic>(topic: T, all: readonly Events[T][]) => {
    const { epoch } = claims.find((claim) => claim.topic === topic)!
    const from = next.get(topic) ?? 0
    const events = all.map((event, at) => ({
      ...{ topic, partition, offset: from + at, timestamp: 0, raw: Buffer.alloc(0) },
      event: () => event as never,
    }))
    const to = from + all.length
    await sink.write({ topic, partition, epoch, from, next: to, end: to, events }, signal)
    next.set(topic, to)
  }
  for (let first = 0; first < jobs * perJob; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => first + at)
    const people = numbers.map((n) => idOf('candidate', n))
    const held = await keys.candidateKeys(TENANT, people, signal)
    const made = numbers.map((n) => applicationOf(n, n % jobs, held.get(idOf('candidate', n))!))
    await land(
      'applications',
      made.map(({ application }) => application),
    )
    await land(
      'scores',
      made.map(({ score }) => score),
    )
  }
}

function applicationOf(n: number, job: number, key: Uint8Array) {
  const ids = {
    tenantId: TENANT,
    applicationId: idOf('application', n),
    candidateId: idOf('candidate', n),
    jobId: idOf('job', job),
  }
  const owner = candidateOwner(TENANT, ids.candidateId)
  const person = { externalId: null, name: `Person ${n}`, email: `p${n}@example.com`, phone: null }
  const quotes = ['SQL', 'Statistics'].map((requirement) => {
    return { requirement, quote: `Four years of ${requirement}`, start: 10, end: 40 }
  })
  const application = {
    ...{ ...ids, eventId: idOf('event', n), causeId: NIL, source: 'bench', externalId: `a-${n}` },
    occurredAt: n,
    payload: {
      type: 'application_received' as const,
      sealed: sealJson(key, owner, person),
      document: null,
      consent: { processing: true, aiScoring: true, textVersion: null },
      appliedAt: n,
      channel: null,
    },
  }
  const overall = randomBytes(4).readUInt32BE() / 2 ** 32
  const sealedEvidence = sealJson(key, owner, quotes)
  const score = { ...scoreEvent(n), ...ids, overall: overall * 100, sealedEvidence }
  return { application, score }
}
