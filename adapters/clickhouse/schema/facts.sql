-- One row an event, one set of tables a generation. A repeat of an event is a row with the same key: ReplacingMergeTree
-- keeps the one with the highest place in the log. The month is of a time that a repeat carries unchanged, for rows are
-- compared within a month only. No name, contact or words of a document ever stand here.

CREATE TABLE IF NOT EXISTS application_fact_g{generation} (
  tenant_id UUID,
  event_id UUID,
  application_id UUID,
  -- A move names only the application: whose, and for which job, its receipt says.
  candidate_id Nullable(UUID),
  job_id Nullable(UUID),
  source LowCardinality(String),
  external_id String,
  kind LowCardinality(String),
  occurred_at DateTime64(3, 'UTC'),
  stage_from LowCardinality(Nullable(String)),
  stage_to LowCardinality(String),
  applied_at Nullable(DateTime64(3, 'UTC')),
  channel LowCardinality(Nullable(String)),
  consent_processing Nullable(Bool),
  consent_ai_scoring Nullable(Bool),
  document_media_type LowCardinality(Nullable(String)),
  document_bytes Nullable(UInt64),
  log_partition UInt16,
  log_offset UInt64,
  logged_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(log_offset)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (tenant_id, application_id, event_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS profile_fact_g{generation} (
  tenant_id UUID,
  event_id UUID,
  application_id UUID,
  candidate_id UUID,
  job_id UUID,
  generation UInt32,
  outcome LowCardinality(String),
  parser_version LowCardinality(String),
  confidence Float64,
  warnings Array(Tuple(code LowCardinality(String), detail Nullable(String))),
  language LowCardinality(Nullable(String)),
  pages UInt32,
  skills Array(LowCardinality(String)),
  years_of_experience Nullable(Float64),
  consent_processing Bool,
  consent_ai_scoring Bool,
  applied_at DateTime64(3, 'UTC'),
  log_partition UInt16,
  log_offset UInt64,
  logged_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(log_offset)
PARTITION BY toYYYYMM(applied_at)
ORDER BY (tenant_id, job_id, application_id, event_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS score_fact_g{generation} (
  tenant_id UUID,
  event_id UUID,
  application_id UUID,
  candidate_id UUID,
  job_id UUID,
  generation UInt32,
  revision UInt64,
  kind LowCardinality(String),
  overall Nullable(Float64),
  band LowCardinality(String),
  components_skills Nullable(Float64),
  components_experience Nullable(Float64),
  components_culture Nullable(Float64),
  components_trajectory Nullable(Float64),
  components_relevance Nullable(Float64),
  weights_skills Float64,
  weights_experience Float64,
  weights_culture Float64,
  weights_trajectory Float64,
  weights_relevance Float64,
  attributions_skills Float64,
  attributions_experience Float64,
  attributions_culture Float64,
  attributions_trajectory Float64,
  attributions_relevance Float64,
  missing Array(Tuple(component LowCardinality(String), reason LowCardinality(String))),
  requirements Array(Tuple(
    requirement String,
    required Bool,
    result LowCardinality(String),
    similarity Float64,
    years Nullable(Float64)
  )),
  job_version UInt64,
  profile_id UUID,
  parser_version LowCardinality(String),
  embedding_model LowCardinality(Nullable(String)),
  rubric_digest LowCardinality(Nullable(String)),
  judge_model LowCardinality(Nullable(String)),
  scorer_version LowCardinality(String),
  applied_at DateTime64(3, 'UTC'),
  scored_at DateTime64(3, 'UTC'),
  log_partition UInt16,
  log_offset UInt64,
  logged_at DateTime64(3, 'UTC'),
  -- Below 0 in the event is a huge number here, and would be the current revision for ever.
  CONSTRAINT revision_is_exact CHECK revision <= 9007199254740991,
  CONSTRAINT job_version_is_exact CHECK job_version <= 9007199254740991
) ENGINE = ReplacingMergeTree(log_offset)
PARTITION BY toYYYYMM(applied_at)
ORDER BY (tenant_id, job_id, application_id, event_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS job_fact_g{generation} (
  tenant_id UUID,
  event_id UUID,
  job_id UUID,
  source LowCardinality(String),
  external_id String,
  version UInt64,
  status LowCardinality(String),
  title String,
  department LowCardinality(Nullable(String)),
  location LowCardinality(Nullable(String)),
  culture_attributes Array(String),
  weights_skills Float64,
  weights_experience Float64,
  weights_culture Float64,
  weights_trajectory Float64,
  weights_relevance Float64,
  changed_at DateTime64(3, 'UTC'),
  log_partition UInt16,
  log_offset UInt64,
  logged_at DateTime64(3, 'UTC'),
  CONSTRAINT version_is_exact CHECK version <= 9007199254740991
) ENGINE = ReplacingMergeTree(log_offset)
PARTITION BY toYYYYMM(changed_at)
ORDER BY (tenant_id, job_id, version, event_id)
SETTINGS non_replicated_deduplication_window = 10000;
