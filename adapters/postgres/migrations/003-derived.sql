-- Derived: one complete set a generation, remade from the log at any time.

CREATE TABLE generation (
  generation smallint PRIMARY KEY CHECK (generation > 0),
  status text NOT NULL CHECK (status IN ('building', 'ready', 'active', 'retired')),
  versions jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
-- The one row that says what all three stores are read by: a switch is one update.
CREATE TABLE active_generation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  generation smallint NOT NULL REFERENCES generation,
  switched_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO generation (generation, status) VALUES (1, 'active');
INSERT INTO active_generation (generation) VALUES (1);
GRANT SELECT ON generation, active_generation TO hirestream_app, hirestream_landing;

CREATE TABLE profile (
  tenant_id uuid NOT NULL,
  generation smallint NOT NULL,
  application_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  job_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('parsed', 'manual_review', 'rejected', 'failed')),
  reason text,
  parser_version text NOT NULL,
  confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  warnings json NOT NULL,
  language text,
  pages int NOT NULL,
  skills text[] NOT NULL,
  years_of_experience double precision,
  sealed bytea,
  applied_at timestamptz NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (tenant_id, generation, application_id)
) WITH (fillfactor = 90);
SELECT guard_by_tenant('profile');
GRANT SELECT ON profile TO hirestream_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON profile TO hirestream_landing;

-- Keyword search. A table with a plain key, and no GIN index on profile.skills: under row-level security only leakproof
-- operators may use an index, and those of arrays and text search are not.
CREATE TABLE profile_skill (
  tenant_id uuid NOT NULL,
  generation smallint NOT NULL,
  -- Lower case.
  skill text NOT NULL,
  application_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, generation, skill, application_id)
);
SELECT guard_by_tenant('profile_skill');
GRANT SELECT ON profile_skill TO hirestream_app;
GRANT SELECT, INSERT, DELETE ON profile_skill TO hirestream_landing;

CREATE TABLE score (
  tenant_id uuid NOT NULL,
  generation smallint NOT NULL,
  application_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  job_id uuid NOT NULL,
  event_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  revision bigint NOT NULL,
  position bigint NOT NULL,
  job_version bigint NOT NULL,
  scored_at timestamptz NOT NULL,
  applied_at timestamptz NOT NULL,
  -- The overall score (0..100) negated, 1 without one: all of the ranking ascends, so that a cursor is one comparison of
  -- rows. Under row-level security an index serves no expression and no operator that is not leakproof.
  minus_overall double precision NOT NULL CHECK (minus_overall BETWEEN -100 AND 0 OR minus_overall = 1),
  -- 0 strong .. 5 unscored: the public order of the bands.
  band_rank smallint NOT NULL CHECK (band_rank BETWEEN 0 AND 5),
  judged boolean NOT NULL,
  -- JSON of components, weights, attributions, requirements, what is missing, summary and versions: written by us, and
  -- read whole or not at all. As text: to have the server check it would take a seventh of the landing's time.
  explanation text NOT NULL,
  sealed_evidence bytea,
  PRIMARY KEY (tenant_id, generation, application_id)
);
-- The ranked list, read in order.
CREATE INDEX score_ranking ON score
  (tenant_id, generation, job_id, band_rank, minus_overall, application_id);
SELECT guard_by_tenant('score');
GRANT SELECT ON score TO hirestream_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON score TO hirestream_landing;

-- What could not be processed, for "where is it": no bytes of it are here.
CREATE TABLE parked (
  -- The nil uuid when the record could not be read.
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  processor text NOT NULL,
  topic text NOT NULL,
  partition int NOT NULL,
  log_offset bigint NOT NULL,
  reason text NOT NULL,
  detail text NOT NULL,
  fingerprint text NOT NULL,
  attempt int NOT NULL,
  -- The id that the record is about (an application's, a candidate's, a job's), where it could be told.
  subject text,
  parked_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX parked_by_subject ON parked (tenant_id, subject) WHERE subject IS NOT NULL;
SELECT guard_by_tenant('parked');
GRANT SELECT ON parked TO hirestream_app;
GRANT SELECT, INSERT, UPDATE ON parked TO hirestream_landing;

-- How far each store has landed each partition. Written in the transaction of the rows, where the store is this one.
CREATE TABLE ledger (
  store text NOT NULL,
  generation smallint NOT NULL,
  topic text NOT NULL,
  partition int NOT NULL,
  next_offset bigint NOT NULL DEFAULT 0,
  -- Rises with each claim: a former holder's writes carry an older one.
  epoch bigint NOT NULL DEFAULT 0,
  end_offset bigint NOT NULL DEFAULT 0,
  -- All that the broker had taken by then is landed.
  complete_to timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (store, generation, topic, partition)
) WITH (fillfactor = 20);
GRANT SELECT ON ledger TO hirestream_app;
GRANT SELECT, INSERT, UPDATE ON ledger TO hirestream_landing;

-- "As of": a store is complete to where its slowest partition is.
CREATE VIEW watermark WITH (security_invoker = true) AS
  SELECT store, generation,
    min(complete_to) AS complete_to,
    sum(greatest(end_offset - next_offset, 0))::bigint AS behind
  FROM ledger GROUP BY store, generation;
GRANT SELECT ON watermark TO hirestream_app, hirestream_landing;
