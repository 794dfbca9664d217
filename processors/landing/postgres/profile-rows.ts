import type { ProfileParsed } from '../../../core/events/events.generated.ts'
import type { ProfileRow } from '../../../core/ports/landing-rows.ts'
import { namesJson, rulesAt } from './row-rules.ts'

export function profileRows(profile: ProfileParsed, offset: number): readonly ProfileRow[] {
  const rules = rulesAt(offset)
  return [
    {
      table: 'profile',
      tenantId: profile.tenantId,
      generation: profile.generation,
      applicationId: profile.applicationId,
      candidateId: profile.candidateId,
      jobId: profile.jobId,
      profileId: profile.eventId,
      outcome: profile.outcome,
      reason: rules.text('reason', profile.reason),
      parserVersion: rules.text('parserVersion', profile.parserVersion),
      confidence: rules.finite('confidence', profile.confidence),
      warningsJson: JSON.stringify(profile.warnings),
      language: rules.text('language', profile.language),
      pages: rules.whole('pages', profile.pages),
      skillsJson: namesJson(rules, 'skills', profile.skills),
      yearsOfExperience: rules.finite('yearsOfExperience', profile.yearsOfExperience),
      sealed: profile.sealedProfile,
      appliedAt: rules.time('appliedAt', profile.appliedAt),
      position: offset,
    },
  ]
}
