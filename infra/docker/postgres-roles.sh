#!/bin/sh
# Runs once, in a new volume: the roles and databases that infra/local makes too. Migrations grant what each may do.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" \
  -v landing="$LANDING_PASSWORD" -v registry="$REGISTRY_PASSWORD" <<'SQL'
CREATE ROLE hirestream_owner LOGIN NOSUPERUSER PASSWORD :'owner';
CREATE ROLE hirestream_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
CREATE ROLE hirestream_landing LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'landing';
CREATE ROLE registry LOGIN NOSUPERUSER PASSWORD :'registry';
CREATE DATABASE hirestream OWNER hirestream_owner;
CREATE DATABASE registry OWNER registry;
SQL
