import type { ProfileRow, ScoreRow } from '../../../core/ports/landing-rows.ts'
import { unlessErased } from './record-upserts.ts'
import { type Column, incoming, type TableUpsert } from './table-upsert.ts'

const PROFILE: readonly Column<ProfileRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'generation', type: 'int2', of: (row) => row.generation },
  { name: 'application_id', type: 'uuid', of: (row) => row.applicationId },
  { name: 'candidate_id', type: 'uuid', of: (row) => row.candidateId },
  { name: 'job_id', type: 'uuid', of: (row) => row.jobId },
  { name: 'profile_id', type: 'uuid', of: (row) => row.profileId },
  { name: 'outcome', type: 'text', of: (row) => row.outcome },
  { name: 'reason', type: 'text', of: (row) => row.reason },
  { name: 'parser_version', type: 'text', of: (row) => row.parserVersion },
  { name: 'confidence', type: 'float8', of: (row) => row.confidence },
  { name: 'warnings', type: 'json', of: (row) => row.warningsJson },
  { name: 'language', type: 'text', of: (row) => row.language },
  { name: 'pages', type: 'int4', of: (row) => row.pages },
  { name: 'skills', type: 'json', of: (row) => row.skillsJson },
  { name: 'years_of_experience', type: 'float8', of: (row) => row.yearsOfExperience },
  { name: 'sealed', type: 'bytea', of: (row) => row.sealed },
  { name: 'applied_at', type: 'timestamptz', of: (row) => row.appliedAt },
  { name: 'position', type: 'int8', of: (row) => row.position },
]

const SAME_PROFILE = `profile.tenant_id = incoming.tenant_id AND profile.generation = incoming.generation
  AND profile.application_id = incoming.application_id`

/** Longer ones are sentences, which nobody searches for and no index row holds. */
const LONGEST_SKILL = 100

export const profileUpsert: TableUpsert<ProfileRow> = {
  table: 'profile',
  columns: PROFILE,
  key: (row) => row.tenantId + row.generation + row.applicationId,
  replaces: (later, earlier) => later.position >= earlier.position,
  statements: [
    {
      name: 'land_profile_skills_gone',
      text: `DELETE FROM profile_skill USING ${incoming(PROFILE)}, profile, unnest(profile.skills) AS held
        WHERE ${SAME_PROFILE} AND profile.position < incoming.position
          AND profile_skill.tenant_id = profile.tenant_id AND profile_skill.generation = profile.generation
          AND profile_skill.skill = lower(held) AND profile_skill.application_id = profile.application_id`,
    },
    {
      name: 'land_profile',
      text: `INSERT INTO profile (tenant_id, generation, application_id, candidate_id, job_id, profile_id,
          outcome, reason, parser_version, confidence, warnings, language, pages, skills,
          years_of_experience, sealed, applied_at, position)
        SELECT tenant_id, generation, application_id, candidate_id, job_id, profile_id, outcome, reason,
          parser_version, confidence, warnings, language, pages,
          ARRAY(SELECT json_array_elements_text(skills)), years_of_experience, ${unlessErased('sealed')},
          applied_at, position
        FROM ${incoming(PROFILE)}
        ON CONFLICT (tenant_id, generation, application_id) DO UPDATE SET
          candidate_id = excluded.candidate_id, job_id = excluded.job_id, profile_id = excluded.profile_id,
          outcome = excluded.outcome, reason = excluded.reason, parser_version = excluded.parser_version,
          confidence = excluded.confidence, warnings = excluded.warnings, language = excluded.language,
          pages = excluded.pages, skills = excluded.skills,
          years_of_experience = excluded.years_of_experience, sealed = excluded.sealed,
          applied_at = excluded.applied_at, position = excluded.position
        WHERE excluded.position > profile.position`,
    },
    {
      name: 'land_profile_skills',
      text: `INSERT INTO profile_skill (tenant_id, generation, skill, application_id)
        SELECT DISTINCT profile.tenant_id, profile.generation, lower(held), profile.application_id
        FROM ${incoming(PROFILE)}, profile, unnest(profile.skills) AS held
        WHERE ${SAME_PROFILE} AND profile.position = incoming.position
          AND length(held) <= ${LONGEST_SKILL}
        ORDER BY 1, 2, 3, 4
        ON CONFLICT DO NOTHING`,
    },
  ],
}

const SCORE: readonly Column<ScoreRow>[] = [
  { name: 'tenant_id', type: 'uuid', of: (row) => row.tenantId },
  { name: 'generation', type: 'int2', of: (row) => row.generation },
  { name: 'application_id', type: 'uuid', of: (row) => row.applicationId },
  { name: 'candidate_id', type: 'uuid', of: (row) => row.candidateId },
  { name: 'job_id', type: 'uuid', of: (row) => row.jobId },
  { name: 'event_id', type: 'uuid', of: (row) => row.eventId },
  { name: 'profile_id', type: 'uuid', of: (row) => row.profileId },
  { name: 'revision', type: 'int8', of: (row) => row.revision },
  { name: 'position', type: 'int8', of: (row) => row.position },
  { name: 'job_version', type: 'int8', of: (row) => row.jobVersion },
  { name: 'scored_at', type: 'timestamptz', of: (row) => row.scoredAt },
  { name: 'applied_at', type: 'timestamptz', of: (row) => row.appliedAt },
  { name: 'minus_overall', type: 'float8', of: (row) => row.minusOverall },
  { name: 'band_rank', type: 'int2', of: (row) => row.bandRank },
  { name: 'judged', type: 'bool', of: (row) => row.judged },
  { name: 'explanation', type: 'text', of: (row) => row.explanationJson },
  { name: 'sealed_evidence', type: 'bytea', of: (row) => row.sealedEvidence },
]
const SCORE_NAMES = SCORE.map(({ name }) => name)

/** The newest revision is current; of one revision judged twice, the later in the log; a repeat changes nothing. */
const isNewer = (next: string, held: string) => `(${next}.revision > ${held}.revision
  OR (${next}.revision = ${held}.revision AND ${next}.position > ${held}.position
    AND ${next}.event_id <> ${held}.event_id))`

export const scoreUpsert: TableUpsert<ScoreRow> = {
  table: 'score',
  columns: SCORE,
  key: (row) => row.tenantId + row.generation + row.applicationId,
  replaces: (later, earlier) =>
    later.revision > earlier.revision ||
    (later.revision === earlier.revision && later.eventId !== earlier.eventId),
  statements: [
    {
      name: 'land_score',
      // A repeat is found by reading: ON CONFLICT would lock its row first, which writes the page and the log.
      text: `INSERT INTO score (${SCORE_NAMES})
        SELECT ${SCORE_NAMES.map((name) =>
          name === 'sealed_evidence' ? unlessErased(name) : `incoming.${name}`,
        )}
        FROM ${incoming(SCORE)} LEFT JOIN score AS held ON held.tenant_id = incoming.tenant_id
          AND held.generation = incoming.generation AND held.application_id = incoming.application_id
        WHERE held.tenant_id IS NULL OR ${isNewer('incoming', 'held')}
        ON CONFLICT (tenant_id, generation, application_id) DO UPDATE SET
          ${SCORE_NAMES.slice(3).map((name) => `${name} = excluded.${name}`)}
        WHERE ${isNewer('excluded', 'score')}`,
    },
  ],
}
