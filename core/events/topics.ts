import type {
  ApplicationEvent,
  ApplicationScored,
  CandidateState,
  InboxEvent,
  JobVersion,
  JudgingRequest,
  ParkedRecord,
  ProfileEmbedded,
  ProfileParsed,
} from './events.generated.ts'

/** What each topic carries: the product's contract, one record type a topic. */
export interface Events {
  inbox: InboxEvent
  jobs: JobVersion
  candidates: CandidateState
  applications: ApplicationEvent
  profiles: ProfileParsed
  embeddings: ProfileEmbedded
  scores: ApplicationScored
  'judging.live': JudgingRequest
  'judging.backlog': JudgingRequest
  parked: ParkedRecord
}

export type Topic = keyof Events

const DAY_MS = 86_400_000
type Kept = { compacted: true } | { retentionMs: number }

/** How long each topic keeps its records; -1 is for ever. */
export const TOPICS: Record<Topic, Kept> = {
  inbox: { retentionMs: 7 * DAY_MS },
  jobs: { compacted: true },
  candidates: { compacted: true },
  applications: { retentionMs: -1 },
  profiles: { retentionMs: -1 },
  embeddings: { retentionMs: -1 },
  scores: { retentionMs: -1 },
  'judging.live': { retentionMs: 7 * DAY_MS },
  'judging.backlog': { retentionMs: 7 * DAY_MS },
  parked: { retentionMs: 30 * DAY_MS },
}

/** An event on its way out: the key decides the partition, and so the order. */
export type Publication = {
  [T in Topic]: {
    readonly topic: T
    readonly key: string
    readonly value: Events[T]
    /** From 2 for a record that was parked and released */
    readonly attempt?: number
  }
}[Topic]
