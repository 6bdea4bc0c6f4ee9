#!/bin/sh
# Creates or upgrades Temporal's two databases. Safe to run again: what is there stays.
set -eu

prepare() {
  database=$1
  schema=$2
  tool() {
    temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" \
      --user "$POSTGRES_USER" --database "$database" "$@"
  }
  tool create-database
  # Only the table of versions; the update creates the rest, and from the second start on both find nothing to do.
  tool setup-schema --version 0.0
  tool update-schema --schema-name "postgresql/v12/$schema"
}

prepare temporal temporal
prepare temporal_visibility visibility
