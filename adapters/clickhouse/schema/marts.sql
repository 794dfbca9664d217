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
  row_number() OVER (PARTITION BY tenant_id, application_id ORDER BY revision DESC, log_offset DESC) = 1,
  kind, overall, band,
  components_skills, components_experience, components_culture, components_trajectory,
  components_relevance,
  arrayMap(one -> concat(one.component, ': ', one.reason), missing),
  arrayCount(one -> one.result = 'met', requirements),
  length(requirements),
  arrayCount(one -> one.required AND one.result = 'not_met', requirements),
  job_version, parser_version, embedding_model, judge_model, scorer_version, applied_at, scored_at
FROM score_fact_g{generation} FINAL;

CREATE OR REPLACE VIEW mart_stage_move_g{generation} (
  tenant_id UUID COMMENT 'Tenant',
  application_id UUID COMMENT 'One person for one job',
  kind LowCardinality(String) COMMENT 'application_received, stage_move or application_withdrawal',
  stage_from LowCardinality(Nullable(String)) COMMENT 'The stage that was left, as the source said',
  stage_to LowCardinality(Nullable(String)) COMMENT 'The stage that was reached: applied on receipt, withdrawn on withdrawal',
  moved_at DateTime64(3, 'UTC') COMMENT 'When, by the clock of the source'
) AS SELECT tenant_id, application_id, kind, stage_from, stage_to, occurred_at
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
  tenant_id, job_id,
  argMax(source, version), argMax(external_id, version), argMax(title, version),
  argMax(status, version), argMax(department, version), argMax(location, version),
  max(version), min(changed_at), argMax(changed_at, version)
FROM job_fact_g{generation} GROUP BY tenant_id, job_id;

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
  a.tenant_id, a.application_id, a.candidate_id, a.job_id, a.source, a.channel, a.applied_at,
  a.stage, a.stage_since, a.withdrawn, a.stage_moves, a.consent_ai_scoring,
  p.outcome, p.confidence, p.years_of_experience, p.skills, p.language,
  s.overall, s.band, s.kind, s.revision, s.first_scored_at, s.scored_at
FROM (
  SELECT
    tenant_id, application_id,
    argMaxIf(candidate_id, log_offset, kind = 'application_received') AS candidate_id,
    argMaxIf(job_id, log_offset, kind = 'application_received') AS job_id,
    argMax(source, log_offset) AS source,
    argMaxIf(channel, log_offset, kind = 'application_received') AS channel,
    maxIf(applied_at, kind = 'application_received') AS applied_at,
    argMaxIf(consent_ai_scoring, log_offset, kind = 'application_received') AS consent_ai_scoring,
    -- A receipt that is sent again moves nobody back.
    if(moves > 0, argMaxIf(stage_to, log_offset, kind != 'application_received'), 'applied') AS stage,
    if(moves > 0, argMaxIf(occurred_at, log_offset, kind != 'application_received'), min(occurred_at)) AS stage_since,
    countIf(kind = 'application_withdrawal') > 0 AS withdrawn,
    countIf(kind != 'application_received') AS moves,
    countIf(kind = 'stage_move') AS stage_moves
  FROM application_fact_g{generation} FINAL GROUP BY tenant_id, application_id
) AS a
LEFT JOIN (
  SELECT
    tenant_id, application_id,
    argMax(outcome, log_offset) AS outcome,
    argMax(confidence, log_offset) AS confidence,
    argMax(tuple(years_of_experience), log_offset).1 AS years_of_experience,
    argMax(skills, log_offset) AS skills,
    argMax(tuple(language), log_offset).1 AS language
  FROM profile_fact_g{generation} GROUP BY tenant_id, application_id
) AS p USING (tenant_id, application_id)
LEFT JOIN (
  SELECT
    tenant_id, application_id,
    argMax(tuple(overall), (revision, log_offset)).1 AS overall,
    argMax(band, (revision, log_offset)) AS band,
    argMax(kind, (revision, log_offset)) AS kind,
    max(score_fact_g{generation}.revision) AS revision,
    min(score_fact_g{generation}.scored_at) AS first_scored_at,
    argMax(scored_at, (revision, log_offset)) AS scored_at
  FROM score_fact_g{generation} GROUP BY tenant_id, application_id
) AS s USING (tenant_id, application_id)
SETTINGS join_use_nulls = 1;
