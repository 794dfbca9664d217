import type { ProfileEmbedded, ProfileParsed } from '../../core/events/events.generated.ts'
import type { Outcome } from '../../core/processing/processor.ts'
import { candidateOwner, sealJson } from '../../core/security/sealing.ts'
import { TENANT, testId } from './a-job-event.ts'
import { aResume } from './a-resume.ts'

export const CANDIDATE = testId('candidate')
export const OWNER = candidateOwner(TENANT, CANDIDATE)
export const CONSENT = { processing: true, aiScoring: true, textVersion: null }

/** As `memoryKeyStore` makes it. */
export const sealedResume = (key: Uint8Array, resume = aResume()): Buffer =>
  sealJson(key, OWNER, resume)

const about = {
  causeId: 'test',
  tenantId: TENANT,
  applicationId: testId('application'),
  candidateId: CANDIDATE,
  jobId: testId('job job-1'),
  generation: 1,
  parserVersion: '1',
  skills: [],
  yearsOfExperience: null,
  sealedProfile: null,
  consent: CONSENT,
  appliedAt: Date.UTC(2024, 0, 1),
}

export const aParsed = (given: Partial<ProfileParsed> = {}): ProfileParsed => ({
  ...about,
  eventId: testId('parsed'),
  outcome: 'parsed',
  reason: null,
  confidence: 1,
  warnings: [],
  language: 'en',
  pages: 1,
  ...given,
})

export const anEmbedded = (given: Partial<ProfileEmbedded> = {}): ProfileEmbedded => ({
  ...about,
  eventId: testId('embedded'),
  profileId: testId('parsed'),
  model: 'm',
  dimension: 2,
  chunks: 0,
  vectors: Buffer.alloc(0),
  degradedReason: null,
  ...given,
})

/** What an outcome publishes; empty when it publishes nothing. */
export const publishedBy = (outcome: Outcome) => (outcome.kind === 'done' ? outcome.publish : [])
