-- Roles are made by whoever runs the server (infra/local, infra/docker): a migration has no right to.
--   the owner        migrates, serves nobody; FORCE keeps it, too, inside one tenant
--   hirestream_app   serves: sees the one tenant that its transaction names, and nothing without one
--   hirestream_landing  writes what the log says, many tenants in one transaction: its own policy, no DELETE but where
--                    erasure and replacing need it, no TRUNCATE; it owns nothing either
DO $$
BEGIN
  IF (SELECT count(*) FROM pg_roles WHERE rolname IN ('hirestream_app', 'hirestream_landing')
        AND NOT rolbypassrls AND NOT rolsuper) <> 2 THEN
    RAISE EXCEPTION 'the roles hirestream_app and hirestream_landing (LOGIN, NOSUPERUSER, NOBYPASSRLS) are missing: '
      'create them as a superuser, then migrate again';
  END IF;
END $$;

-- Every table with a tenant is guarded by this before it has its first row.
CREATE FUNCTION guard_by_tenant(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  -- nullif: after a transaction that set it, the setting is '' and not null.
  EXECUTE format($policy$CREATE POLICY one_tenant ON %s
    USING (tenant_id = nullif(current_setting('hirestream.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('hirestream.tenant', true), '')::uuid)$policy$, guarded);
  EXECUTE format('CREATE POLICY landing ON %s TO hirestream_landing USING (true) WITH CHECK (true)', guarded);
END $$;
REVOKE ALL ON FUNCTION guard_by_tenant FROM PUBLIC;

CREATE TABLE tenant (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  region text NOT NULL DEFAULT 'local',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  created_at timestamptz NOT NULL DEFAULT now()
);
SELECT guard_by_tenant('tenant');
GRANT SELECT, INSERT, UPDATE ON tenant TO hirestream_app;
GRANT SELECT ON tenant TO hirestream_landing;

CREATE TABLE tenant_key (
  tenant_id uuid PRIMARY KEY,
  -- The tenant's key, sealed under the region's.
  wrapped bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
SELECT guard_by_tenant('tenant_key');
GRANT SELECT, INSERT ON tenant_key TO hirestream_app, hirestream_landing;

CREATE TABLE candidate_key (
  tenant_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  -- The candidate's key, sealed under the tenant's; null once destroyed.
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  PRIMARY KEY (tenant_id, candidate_id),
  CONSTRAINT a_key_or_its_end CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
SELECT guard_by_tenant('candidate_key');
GRANT SELECT, INSERT, UPDATE (wrapped, destroyed_at) ON candidate_key TO hirestream_app, hirestream_landing;

-- A key may only go from made to destroyed: no statement of anyone remakes or replaces one.
CREATE FUNCTION candidate_key_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.destroyed_at IS NOT NULL OR NEW.destroyed_at IS NULL THEN
    RAISE EXCEPTION 'a candidate key is never remade or replaced' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_ends BEFORE UPDATE ON candidate_key
  FOR EACH ROW EXECUTE FUNCTION candidate_key_only_ends();

CREATE TABLE api_key (
  tenant_id uuid NOT NULL,
  -- Of the whole key as it is sent; the key itself is stored nowhere.
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  -- Enough to recognise a key in a list, too little to use it.
  prefix text NOT NULL CHECK (length(prefix) <= 64),
  name text NOT NULL DEFAULT '',
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, sha256)
);
SELECT guard_by_tenant('api_key');
GRANT SELECT, INSERT, UPDATE (revoked_at, expires_at) ON api_key TO hirestream_app;
