-- What analysts query: repeats and older revisions are gone here, so that nobody has to remember FINAL.
-- `mart_..._g1` is one generation's; `mart_...` is the live one's, moved when the generation is switched.

CREATE OR REPLACE VIEW mart_score_g{generation} (
  tenant_id UUID COMMENT 'Tenant that the score belongs to',
  application_id UUID COMMENT 'One person for one job',
  candidate_id UUID COMMENT 'The person; a pseudonym',
  job_id UUID COMMENT 'The job',
  revision UInt64 COMMENT 'Rises with every judgement of one application; the highest is current',
  is_current Bool COMMENT 'True for the newest revision of its application',
  kind LowCardinality(String) COMMENT 'quick: by formula; judged: with the language model',
  overall Nullable(Float64) COMMENT '0 to 100; null when nothing could be scored',
  band LowCardinality(String) COMMENT 'strong, good, possible, weak, provisional or unscored',
  skills Nullable(Float64) COMMENT 'Component, 0 to 100; null has its reason in missing_components',
  experience Nullable(Float64) COMMENT 'Component, 0 to 100',
  culture Nullable(Float64) COMMENT 'Component, 0 to 100',
  trajectory Nullable(Float64) COMMENT 'Component, 0 to 100',
  relevance Nullable(Float64) COMMENT 'Component, 0 to 100: words and meaning of the job against the document',
  missing_components Array(String) COMMENT 'component: reason',
  requirements_met UInt64 COMMENT 'Requirements of the job that were met',
  requirements_asked UInt64 COMMENT 'Requirements of the job',
  must_haves_missed UInt64 COMMENT 'Required ones not met',
  job_version UInt64 COMMENT 'Version of the job that was scored against',
  parser_version LowCardinality(String) COMMENT 'What read the document',
  embedding_model LowCardinality(Nullable(String)) COMMENT 'What made the vectors',
  judge_model LowCardinality(Nullable(String)) COMMENT 'Language model; null for a quick score',
  scorer_version LowCardinality(String) COMMENT 'What scored',
  applied_at DateTime64(3, 'UTC') COMMENT 'When the person applied',
  scored_at DateTime64(3, 'UTC') COMMENT 'When the score was computed'
) AS SELECT
  tenant_id, application_id, candidate_id, job_id, revision,
  toBool(row_number() OVER (
    PARTITION BY tenant_id, application_id ORDER BY revision DESC, log_offset DESC
  ) = 1) AS is_current,
  kind, overall, band,
  components_skills AS skills,
  components_experience AS experience,
  components_culture AS culture,
  components_trajectory AS trajectory,
  components_relevance AS relevance,
  arrayMap(one -> concat(one.component, ': ', one.reason), missing) AS missing_components,
  arrayCount(one -> one.result = 'met', requirements) AS requirements_met,
  length(requirements) AS requirements_asked,
  arrayCount(one -> one.required AND one.result = 'not_met', requirements) AS must_haves_missed,
  job_version, parser_version, embedding_model, judge_model, scorer_version, applied_at, scored_at
FROM score_fact_g{generation} FINAL;

CREATE OR REPLACE VIEW mart_stage_move_g{generation} (
  tenant_id UUID COMMENT 'Tenant',
  application_id UUID COMMENT 'One person for one job',
  kind LowCardinality(String) COMMENT 'application_received, stage_move or application_withdrawal',
  stage_from LowCardinality(Nullable(String)) COMMENT 'The stage that was left, as the source said',
  stage_to LowCardinality(String) COMMENT 'The stage that was reached: applied on receipt, withdrawn on withdrawal',
  moved_at DateTime64(3, 'UTC') COMMENT 'When, by the clock of the source'
) AS SELECT tenant_id, application_id, kind, stage_from, stage_to, occurred_at AS moved_at
FROM application_fact_g{generation} FINAL;

CREATE OR REPLACE VIEW mart_job_g{generation} (
  tenant_id UUID COMMENT 'Tenant',
  job_id UUID COMMENT 'The job',
  source LowCardinality(String) COMMENT 'Integration that published it',
  external_id String COMMENT 'Its id there',
  title String COMMENT 'As published',
  status LowCardinality(String) COMMENT 'draft, open or closed',
  department LowCardinality(Nullable(String)) COMMENT 'As published',
  location LowCardinality(Nullable(String)) COMMENT 'As published',
  version UInt64 COMMENT 'Newest version',
  first_seen_at DateTime64(3, 'UTC') COMMENT 'When its first version was published',
  changed_at DateTime64(3, 'UTC') COMMENT 'When its newest version was'
) AS SELECT
  f.tenant_id AS tenant_id,
  f.job_id AS job_id,
  argMax(f.source, f.version) AS source,
  argMax(f.external_id, f.version) AS external_id,
  argMax(f.title, f.version) AS title,
  argMax(f.status, f.version) AS status,
  -- A tuple: argMax alone passes over nulls, and would bring back what was taken away.
  argMax(tuple(f.department), f.version).1 AS department,
  argMax(tuple(f.location), f.version).1 AS location,
  max(f.version) AS version,
  min(f.changed_at) AS first_seen_at,
  argMax(f.changed_at, f.version) AS changed_at
FROM job_fact_g{generation} AS f GROUP BY f.tenant_id, f.job_id;

CREATE OR REPLACE VIEW mart_application_g{generation} (
  tenant_id UUID COMMENT 'Tenant',
  application_id UUID COMMENT 'One person for one job: one row each',
  candidate_id Nullable(UUID) COMMENT 'The person; a pseudonym; null when only a move has arrived so far',
  job_id Nullable(UUID) COMMENT 'The job; null when only a move has arrived so far',
  source LowCardinality(String) COMMENT 'Integration that sent it',
  channel LowCardinality(Nullable(String)) COMMENT 'Where the person came from: a board, a referral',
  applied_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the person applied; null when only a move has arrived so far',
  stage String COMMENT 'Stage now',
  stage_since DateTime64(3, 'UTC') COMMENT 'When it was reached',
  withdrawn Bool COMMENT 'True when the person withdrew',
  stage_moves UInt64 COMMENT 'Moves so far',
  consent_ai_scoring Nullable(Bool) COMMENT 'May a score be computed, as given on receipt',
  parsing_outcome LowCardinality(Nullable(String)) COMMENT 'parsed, manual_review, rejected or failed; null: not parsed yet',
  parsing_confidence Nullable(Float64) COMMENT '0 to 1',
  years_of_experience Nullable(Float64) COMMENT 'Years worked; null without dated experience',
  skills Array(LowCardinality(String)) COMMENT 'Names of the taxonomy',
  language LowCardinality(Nullable(String)) COMMENT 'Of the document, ISO 639-1',
  overall Nullable(Float64) COMMENT 'Current score, 0 to 100',
  band LowCardinality(Nullable(String)) COMMENT 'Current band; null: not scored yet',
  score_kind LowCardinality(Nullable(String)) COMMENT 'quick or judged',
  score_revision Nullable(UInt64) COMMENT 'Revision of the current score',
  first_scored_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the first score was computed',
  scored_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the current one was'
) AS SELECT
  a.tenant_id AS tenant_id,
  a.application_id AS application_id,
  a.candidate_id AS candidate_id,
  a.job_id AS job_id,
  a.source AS source,
  a.channel AS channel,
  a.applied_at AS applied_at,
  a.stage AS stage,
  a.stage_since AS stage_since,
  a.withdrawn AS withdrawn,
  a.stage_moves AS stage_moves,
  a.consent_ai_scoring AS consent_ai_scoring,
  p.outcome AS parsing_outcome,
  p.confidence AS parsing_confidence,
  p.years_of_experience AS years_of_experience,
  p.skills AS skills,
  p.language AS language,
  s.overall AS overall,
  s.band AS band,
  s.kind AS score_kind,
  s.revision AS score_revision,
  s.first_scored_at AS first_scored_at,
  s.scored_at AS scored_at
FROM (
  SELECT
    f.tenant_id AS tenant_id,
    f.application_id AS application_id,
    argMaxIf(f.candidate_id, (f.occurred_at, f.log_offset), f.kind = 'application_received') AS candidate_id,
    argMaxIf(f.job_id, (f.occurred_at, f.log_offset), f.kind = 'application_received') AS job_id,
    argMax(f.source, (f.occurred_at, f.log_offset)) AS source,
    argMaxIf(f.channel, (f.occurred_at, f.log_offset), f.kind = 'application_received') AS channel,
    maxIf(f.applied_at, f.kind = 'application_received') AS applied_at,
    argMaxIf(f.consent_ai_scoring, (f.occurred_at, f.log_offset), f.kind = 'application_received')
      AS consent_ai_scoring,
    -- By the source's clock, as in Postgres: what comes late, or again, moves nobody back.
    countIf(f.kind != 'application_received') AS moves,
    if(moves = 0, 'applied',
      argMaxIf(f.stage_to, (f.occurred_at, f.log_offset), f.kind != 'application_received')) AS stage,
    if(moves = 0, min(f.occurred_at), maxIf(f.occurred_at, f.kind != 'application_received'))
      AS stage_since,
    toBool(countIf(f.kind = 'application_withdrawal') > 0) AS withdrawn,
    countIf(f.kind = 'stage_move') AS stage_moves
  FROM application_fact_g{generation} AS f FINAL GROUP BY f.tenant_id, f.application_id
) AS a
LEFT JOIN (
  SELECT
    f.tenant_id AS tenant_id,
    f.application_id AS application_id,
    argMax(f.outcome, f.log_offset) AS outcome,
    argMax(f.confidence, f.log_offset) AS confidence,
    argMax(tuple(f.years_of_experience), f.log_offset).1 AS years_of_experience,
    argMax(f.skills, f.log_offset) AS skills,
    argMax(tuple(f.language), f.log_offset).1 AS language
  FROM profile_fact_g{generation} AS f GROUP BY f.tenant_id, f.application_id
) AS p ON a.tenant_id = p.tenant_id AND a.application_id = p.application_id
LEFT JOIN (
  SELECT
    f.tenant_id AS tenant_id,
    f.application_id AS application_id,
    argMax(tuple(f.overall), (f.revision, f.log_offset)).1 AS overall,
    argMax(f.band, (f.revision, f.log_offset)) AS band,
    argMax(f.kind, (f.revision, f.log_offset)) AS kind,
    max(f.revision) AS revision,
    min(f.scored_at) AS first_scored_at,
    argMax(f.scored_at, (f.revision, f.log_offset)) AS scored_at
  FROM score_fact_g{generation} AS f GROUP BY f.tenant_id, f.application_id
) AS s ON a.tenant_id = s.tenant_id AND a.application_id = s.application_id
SETTINGS join_use_nulls = 1;
