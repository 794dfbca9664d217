import type { SealedProfile } from '../../core/domain/profile.ts'
import { vectorsOf } from '../../core/domain/vector-bytes.ts'
import type { JobVersion, ProfileEmbedded } from '../../core/events/events.generated.ts'
import { Fault } from '../../core/fault.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import type { JobView } from '../../core/ports/job-view.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { Processor } from '../../core/processing/processor.ts'
import { type RecentlyUsed, recentlyUsed } from '../../core/recently-used.ts'
import type { Meaning } from '../../core/scoring/blended-relevance.ts'
import { jobFacts, jobText } from '../../core/scoring/job-facts.ts'
import { resumeCosine } from '../../core/scoring/relevance.ts'
import { type ResumeFacts, resumeFacts } from '../../core/scoring/resume-facts.ts'
import { keysByOwner } from '../../core/security/candidate-keys.ts'
import { candidateOwner, unsealJson } from '../../core/security/sealing.ts'
import {
  type KnownJob,
  SCORING,
  SCORING_VERSION,
  type ScoringContext,
  scoreApplication,
} from './scoring.ts'

export interface ScoringReads {
  readonly keys: KeyStore
  readonly jobs: JobView
  /** null: score by words alone */
  readonly embedder: Embedder | null
  readonly clock: Clock
  /** How long an application waits for its job */
  readonly patienceMs: number
  /** Profiles made ready that are kept, for applications to many jobs */
  readonly keptProfiles?: number
}

interface Vectored extends KnownJob {
  readonly vectors: readonly Float32Array[] | null
}

const KEPT_JOBS = 1_000
const KEPT_PROFILES = 200

/** Scoring as the runtime runs it. */
export function scoring(reads: ScoringReads): Processor<'embeddings', ScoringContext> {
  const jobs = recentlyUsed<string, Vectored>(KEPT_JOBS)
  const resumes = recentlyUsed<string, ResumeFacts>(reads.keptProfiles ?? KEPT_PROFILES)
  return {
    name: SCORING,
    version: SCORING_VERSION,
    decide: scoreApplication,
    async gather(events, signal) {
      const readable = events.filter(({ consent }) => consent.processing && consent.aiScoring)
      const [keys, known] = await Promise.all([
        keysByOwner(readable, reads.keys, signal),
        jobsOf(readable, reads, jobs, signal),
      ])
      const scoredAt = reads.clock()
      return events.map((event) => {
        const key = keys.get(keyName(event)) ?? null
        const job = known.get(jobName(event)) ?? null
        const resume = key === null ? null : resumeOf(event, key, resumes)
        return { job, key, resume, scoredAt, meaning: meaningOf(event, job, reads.embedder) }
      })
    },
  }
}

const keyName = (event: ProfileEmbedded) => candidateOwner(event.tenantId, event.candidateId)
const jobName = (of: Pick<ProfileEmbedded, 'tenantId' | 'jobId'>) => `${of.tenantId}/${of.jobId}`

async function jobsOf(
  events: readonly ProfileEmbedded[],
  reads: ScoringReads,
  kept: RecentlyUsed<string, Vectored>,
  signal: AbortSignal,
) {
  const asked = new Map(events.map((event) => [jobName(event), event]))
  const known = await Promise.all(
    [...asked].map(async ([name, { tenantId, jobId }]) => {
      const query = { tenantId, jobId, patienceMs: reads.patienceMs }
      const version = await reads.jobs.awaitJob(query, signal)
      return [name, version && (await jobOf(version, reads.embedder, kept, signal))] as const
    }),
  )
  return new Map(known)
}

/** A job made ready, once a version. Without its vectors it is not kept: the model may be back for the next chunk. */
async function jobOf(
  version: JobVersion,
  embedder: Embedder | null,
  kept: RecentlyUsed<string, Vectored>,
  signal: AbortSignal,
): Promise<Vectored> {
  const name = `${jobName(version)}/${version.version}`
  const before = kept.get(name)
  if (before) return before
  const vectors = embedder && (await vectorsOrNull(jobText(version), embedder, signal))
  const made = { version, facts: jobFacts(version), vectors }
  if (vectors !== null || embedder === null) kept.set(name, made)
  return made
}

async function vectorsOrNull(text: string, embedder: Embedder, signal: AbortSignal) {
  try {
    const [vectors = []] = await embedder.embed([text], signal)
    return vectors
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('embedder.')) return null
    throw error
  }
}

/** @returns null when nothing was parsed; 'corrupt' when the bytes are not what was sealed */
function resumeOf(
  event: ProfileEmbedded,
  key: Uint8Array,
  kept: RecentlyUsed<string, ResumeFacts>,
): ResumeFacts | 'corrupt' | null {
  if (event.sealedProfile === null) return null
  const before = kept.get(event.profileId)
  if (before) return before
  try {
    const { profile, text } = unsealJson<SealedProfile>(key, keyName(event), event.sealedProfile)
    const made = resumeFacts(profile, text)
    kept.set(event.profileId, made)
    return made
  } catch (error) {
    if (error instanceof Fault && error.code === 'codec.corrupt') return 'corrupt'
    throw error
  }
}

function meaningOf(
  event: ProfileEmbedded,
  job: Vectored | null,
  embedder: Embedder | null,
): Meaning {
  if (embedder === null) return { reason: 'model_not_used' }
  if (event.chunks === 0) {
    const isBad = event.degradedReason === 'embedder_bad_answer'
    return { reason: isBad ? 'embedder_bad_answer' : 'embedder_unavailable' }
  }
  const vectors = vectorsOf(event.vectors, event.dimension)
  const cosine = job?.vectors ? resumeCosine(job.vectors, vectors) : null
  return cosine === null ? { reason: 'embedder_unavailable' } : { cosine }
}
