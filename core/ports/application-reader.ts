import type { JobVersion, Warning } from '../events/events.generated.ts'
import type { ApplicationSummary } from './ranking-reader.ts'

export interface StageHistoryEntry {
  readonly from: string | null
  readonly to: string
  readonly by: string | null
  readonly reason: string | null
  /** Milliseconds */
  readonly occurredAt: number
}

/** A record about this application that was set aside. */
export interface ParkedNotice {
  readonly processor: string
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly reason: string
  readonly detail: string
  readonly attempt: number
  /** Milliseconds */
  readonly parkedAt: number
}

export interface ProfileFacts {
  /** The profile's event */
  readonly profileId: string
  readonly outcome: 'parsed' | 'manual_review' | 'rejected' | 'failed'
  readonly reason: string | null
  readonly parserVersion: string
  /** 0..1 */
  readonly confidence: number
  readonly warnings: readonly Warning[]
  readonly language: string | null
  readonly pages: number
  /** `SealedProfile` (JSON), sealed under the candidate's key */
  readonly sealedProfile: Uint8Array | null
}

/** All that has landed of one application: where is it? */
export interface ApplicationStatus {
  readonly summary: ApplicationSummary
  /** False: something of it is known (a score, a parked record), the application itself has not landed */
  readonly received: boolean
  readonly candidateStatus: 'active' | 'merged' | 'erased' | null
  /** Oldest first */
  readonly history: readonly StageHistoryEntry[]
  readonly profile: ProfileFacts | null
  /** Newest first, at most 20 */
  readonly parked: readonly ParkedNotice[]
}

export interface ApplicationReader {
  /** @returns null when nothing at all is known of it. @throws Fault database.unavailable */
  byId(query: ApplicationQuery, signal: AbortSignal): Promise<ApplicationStatus | null>
}

export interface ApplicationQuery {
  readonly tenantId: string
  /** `applicationId(tenantId, source, externalId)` of core/ids.ts finds one by its source */
  readonly applicationId: string
  readonly generation: number
}

/** A job as landed; the newest version. */
export type JobRecord = Omit<JobVersion, 'eventId' | 'causeId' | 'tenantId'>

export interface JobReader {
  /** `jobId(tenantId, source, externalId)` of core/ids.ts finds one by its source. @throws Fault database.unavailable */
  byId(tenantId: string, jobId: string, signal: AbortSignal): Promise<JobRecord | null>
  /** Newest change first, at most 100. @throws Fault database.unavailable */
  list(tenantId: string, signal: AbortSignal): Promise<readonly JobRecord[]>
}
