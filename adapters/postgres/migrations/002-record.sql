-- The record: what people and their systems said. No foreign keys across topics: events of different topics arrive in
-- any order, and reading tolerates what has not arrived yet.

CREATE TABLE job (
  tenant_id uuid NOT NULL,
  job_id uuid NOT NULL,
  source text NOT NULL,
  external_id text NOT NULL,
  version bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
  title text NOT NULL,
  description text NOT NULL,
  department text,
  location text,
  requirements jsonb NOT NULL,
  culture_attributes text[] NOT NULL,
  weights jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Offset in the log: decides between two events of one version.
  position bigint NOT NULL,
  PRIMARY KEY (tenant_id, job_id),
  UNIQUE (tenant_id, source, external_id)
);
SELECT guard_by_tenant('job');
GRANT SELECT ON job TO hirestream_app;
GRANT SELECT, INSERT, UPDATE ON job TO hirestream_landing;

CREATE TABLE candidate (
  tenant_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  version bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'merged', 'erased')),
  merged_into uuid,
  consent_processing boolean NOT NULL,
  consent_ai_scoring boolean NOT NULL,
  consent_text_version text,
  -- Name and contact, sealed under the candidate's key.
  sealed bytea,
  changed_at timestamptz NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (tenant_id, candidate_id),
  CONSTRAINT nothing_left_of_the_erased CHECK (status <> 'erased' OR sealed IS NULL)
);
-- Small and always in memory: every landing of something sealed asks it.
CREATE INDEX candidate_erased ON candidate (tenant_id, candidate_id) WHERE status = 'erased';
SELECT guard_by_tenant('candidate');
GRANT SELECT ON candidate TO hirestream_app;
GRANT SELECT, INSERT, UPDATE ON candidate TO hirestream_landing;

CREATE TABLE application (
  tenant_id uuid NOT NULL,
  application_id uuid NOT NULL,
  -- Null until its receipt has arrived: a move names only the application.
  candidate_id uuid,
  job_id uuid,
  source text NOT NULL,
  external_id text NOT NULL,
  stage text NOT NULL DEFAULT 'applied',
  disposition text NOT NULL DEFAULT 'active',
  applied_at timestamptz,
  channel text,
  consent_processing boolean,
  consent_ai_scoring boolean,
  consent_text_version text,
  document_blob text,
  document_media_type text,
  document_bytes bigint,
  -- Name and contact as the source gave them, sealed under the candidate's key.
  sealed bytea,
  -- By the source's clock: which receipt, move and withdrawal is newest. Null: none has arrived.
  received_at timestamptz,
  moved_at timestamptz,
  withdrawn_at timestamptz,
  last_activity timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, application_id),
  UNIQUE (tenant_id, source, external_id)
) PARTITION BY HASH (tenant_id);
CREATE INDEX application_by_job ON application (tenant_id, job_id, application_id);
CREATE INDEX application_by_candidate ON application (tenant_id, candidate_id);
CREATE INDEX application_recent ON application (tenant_id, applied_at, application_id);
SELECT guard_by_tenant('application');
GRANT SELECT ON application TO hirestream_app;
GRANT SELECT, INSERT, UPDATE ON application TO hirestream_landing;

DO $$
BEGIN
  FOR part IN 0..63 LOOP
    EXECUTE format('CREATE TABLE application_%s PARTITION OF application '
      'FOR VALUES WITH (MODULUS 64, REMAINDER %s) WITH (fillfactor = 85)', part, part);
    -- The parent's policies are not asked when a partition is named directly.
    PERFORM guard_by_tenant(format('application_%s', part)::regclass);
  END LOOP;
END $$;

CREATE TABLE stage_history (
  tenant_id uuid NOT NULL,
  application_id uuid NOT NULL,
  event_id uuid NOT NULL,
  from_stage text,
  to_stage text NOT NULL,
  moved_by text,
  reason text,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, application_id, event_id)
);
SELECT guard_by_tenant('stage_history');
GRANT SELECT ON stage_history TO hirestream_app;
GRANT SELECT, INSERT ON stage_history TO hirestream_landing;

CREATE TABLE decision_audit (
  tenant_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, audit_id)
);
CREATE INDEX decision_audit_by_subject ON decision_audit (tenant_id, subject, at);
SELECT guard_by_tenant('decision_audit');
-- Append-only: nobody but the owner could change a line, and FORCE and no grant keep serving from it.
GRANT SELECT, INSERT ON decision_audit TO hirestream_app;

-- Written in the transaction of what it tells, relayed to the log afterwards.
CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  outbox_id bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  key text NOT NULL,
  event_id uuid NOT NULL,
  event jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  relayed_at timestamptz,
  PRIMARY KEY (tenant_id, outbox_id)
);
CREATE INDEX outbox_waiting ON outbox (tenant_id, outbox_id) WHERE relayed_at IS NULL;
SELECT guard_by_tenant('outbox');
GRANT SELECT, INSERT ON outbox TO hirestream_app;
GRANT SELECT, UPDATE (relayed_at), DELETE ON outbox TO hirestream_landing;
