import type { LandedEvent } from './sink.ts'

/** What an event becomes in the relational store. Times in milliseconds, ids as uuid text, JSON as text. */
interface Placed {
  readonly tenantId: string
  /** Offset in the event's partition */
  readonly position: number
}

export interface JobRow extends Placed {
  readonly table: 'job'
  readonly jobId: string
  readonly source: string
  readonly externalId: string
  readonly version: number
  readonly status: string
  readonly title: string
  readonly description: string
  readonly department: string | null
  readonly location: string | null
  readonly requirementsJson: string
  readonly cultureAttributesJson: string
  readonly weightsJson: string
  readonly changedAt: number
}

export interface ConsentColumns {
  readonly consentProcessing: boolean
  readonly consentAiScoring: boolean
  readonly consentTextVersion: string | null
}

export interface CandidateRow extends Placed, ConsentColumns {
  readonly table: 'candidate'
  readonly candidateId: string
  readonly version: number
  readonly status: 'active' | 'merged' | 'erased'
  readonly mergedInto: string | null
  readonly sealed: Uint8Array | null
  readonly changedAt: number
}

interface ApplicationIds extends Placed {
  readonly applicationId: string
  readonly source: string
  readonly externalId: string
}

export interface ReceivedRow extends ApplicationIds, ConsentColumns {
  readonly table: 'application_received'
  readonly candidateId: string
  readonly jobId: string
  readonly appliedAt: number
  readonly channel: string | null
  readonly documentBlob: string | null
  readonly documentMediaType: string | null
  readonly documentBytes: number | null
  readonly sealed: Uint8Array | null
  readonly receivedAt: number
}

/** The source names only the application: whose and for which job, its receipt says. */
export interface MovedRow extends ApplicationIds {
  readonly table: 'application_moved'
  readonly stage: string
  readonly disposition: string
  readonly movedAt: number
}

/** The stage stays where it is. */
export interface WithdrawnRow extends ApplicationIds {
  readonly table: 'application_withdrawn'
  readonly withdrawnAt: number
}

export interface StageHistoryRow extends Placed {
  readonly table: 'stage_history'
  readonly applicationId: string
  readonly eventId: string
  readonly fromStage: string | null
  readonly toStage: string
  readonly movedBy: string | null
  readonly reason: string | null
  readonly occurredAt: number
}

interface Derived extends Placed {
  readonly generation: number
  readonly applicationId: string
  readonly candidateId: string
  readonly jobId: string
}

export interface ProfileRow extends Derived {
  readonly table: 'profile'
  readonly profileId: string
  readonly outcome: string
  readonly reason: string | null
  readonly parserVersion: string
  readonly confidence: number
  readonly warningsJson: string
  readonly language: string | null
  readonly pages: number
  readonly skillsJson: string
  readonly yearsOfExperience: number | null
  readonly sealed: Uint8Array | null
  readonly appliedAt: number
}

export interface ScoreRow extends Derived {
  readonly table: 'score'
  readonly eventId: string
  readonly profileId: string
  readonly revision: number
  readonly jobVersion: number
  readonly scoredAt: number
  readonly appliedAt: number
  /** The overall score negated; 1 without one: the ranking ascends */
  readonly minusOverall: number
  readonly bandRank: number
  readonly judged: boolean
  readonly explanationJson: string
  readonly sealedEvidence: Uint8Array | null
}

export interface ParkedRow extends Placed {
  readonly table: 'parked'
  readonly eventId: string
  readonly processor: string
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly reason: string
  readonly detail: string
  readonly fingerprint: string
  readonly attempt: number
  readonly subject: string | null
  readonly parkedAt: number
}

export type LandingRow =
  | JobRow
  | CandidateRow
  | ReceivedRow
  | MovedRow
  | WithdrawnRow
  | StageHistoryRow
  | ProfileRow
  | ScoreRow
  | ParkedRow

/**
 * Pure. Rows of an event, none when it is nothing to this store.
 * @throws Fault database.refused `offset N: why` when a row would break a rule of the store
 */
export type RowsOf = (event: LandedEvent) => readonly LandingRow[]
