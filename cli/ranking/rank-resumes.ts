import type {
  JobVersion,
  ProfileEmbedded,
  ProfileParsed,
} from '../../core/events/events.generated.ts'
import type { Publication } from '../../core/events/topics.ts'
import { uuid5 } from '../../core/ids.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import type { JobView } from '../../core/ports/job-view.ts'
import type { KeyStore } from '../../core/ports/key-store.ts'
import type { Outcome, Processor } from '../../core/processing/processor.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'
import { embedding } from '../../processors/embedding/gather.ts'
import { scoring } from '../../processors/scoring/gather.ts'
import type { ScoredFile } from './ranked.ts'
import type { ReadResume } from './read-resumes.ts'

export interface RankReads {
  readonly keys: KeyStore
  readonly jobs: JobView
  readonly embedder: Embedder | null
  /** Milliseconds: when the applications count as made */
  readonly now: number
  readonly signal: AbortSignal
}

/** One tenant, of this run alone. */
export const TENANT = uuid5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'hirestream:rank')
export const rankId = (name: string): string => uuid5(TENANT, name)

const CONSENT = { processing: true, aiScoring: true, textVersion: null }
const CHUNK = 32

/** Résumés through the embedding processor, once, whatever the number of jobs. */
export async function embedResumes(
  resumes: readonly ReadResume[],
  reads: RankReads,
  onDone: (count: number) => void,
): Promise<ProfileEmbedded[]> {
  const { keys, embedder, signal } = reads
  const parsed: ProfileParsed[] = []
  for (const resume of resumes) parsed.push(await profileEvent(resume, reads))
  const processor = embedding({ keys, embedder: embedder ?? NO_MODEL })
  const embedded: ProfileEmbedded[] = []
  for (let at = 0; at < parsed.length; at += CHUNK) {
    const events = parsed.slice(at, at + CHUNK)
    for (const publication of await run(processor, events, signal)) {
      if (publication.topic === 'embeddings') embedded.push(publication.value)
    }
    onDone(embedded.length)
  }
  return embedded
}

/** All résumés scored for one job by the scoring processor. */
export async function scoreForJob(
  job: JobVersion,
  files: readonly string[],
  embedded: readonly ProfileEmbedded[],
  processor: ReturnType<typeof rankScoring>,
  signal: AbortSignal,
): Promise<ScoredFile[]> {
  const events = embedded.map((event) => ({ ...event, jobId: job.jobId }))
  const published = await run(processor, events, signal)
  const scores = published.flatMap((each) => (each.topic === 'scores' ? [each.value] : []))
  return scores.map((score, nth) => ({ file: files[nth]!, score }))
}

export function rankScoring({ keys, jobs, embedder, now }: RankReads, resumes: number) {
  return scoring({
    keys,
    jobs,
    embedder,
    clock: () => now,
    patienceMs: 0,
    keptProfiles: resumes + 1,
  })
}

/** Without a model there is nothing to ask: no text has a vector. */
const NO_MODEL: Embedder = {
  model: 'none',
  dimension: 0,
  embed: async (texts) => texts.map(() => []),
}

async function run<In extends 'profiles' | 'embeddings', Context>(
  processor: Processor<In, Context>,
  events: Parameters<Processor<In, Context>['gather']>[0],
  signal: AbortSignal,
): Promise<Publication[]> {
  const contexts = await processor.gather(events, signal)
  return events.flatMap((event, nth) => published(processor.decide(event, contexts[nth]!)))
}

const published = (outcome: Outcome): readonly Publication[] => {
  if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.reason}`)
  return outcome.publish
}

async function profileEvent(
  { file, document }: ReadResume,
  { keys, now, signal }: RankReads,
): Promise<ProfileParsed> {
  const candidateId = rankId(`candidate ${file}`)
  const key = (await keys.candidateKeys(TENANT, [candidateId], signal)).get(candidateId)!
  const { profile, text, ...found } = document
  const owner = candidateOwner(TENANT, candidateId)
  return {
    eventId: rankId(`profile ${file}`),
    causeId: rankId(`application ${file}`),
    tenantId: TENANT,
    applicationId: rankId(`application ${file}`),
    candidateId,
    jobId: TENANT,
    generation: 1,
    ...found,
    confidence: profile?.confidence ?? 0,
    warnings: document.warnings.filter(({ code }) => code !== 'hidden_text'),
    skills: profile?.skills.map(({ name }) => name) ?? [],
    yearsOfExperience: profile?.yearsOfExperience ?? null,
    sealedProfile: profile === null ? null : sealJson(key, owner, { profile, text }),
    consent: CONSENT,
    appliedAt: now,
  }
}
