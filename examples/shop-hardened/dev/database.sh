#!/bin/sh
# Gives the service's role its local password when the database is created.
set -eu

psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$(cat /run/secrets/database_orders)" <<'SQL'
ALTER ROLE orders PASSWORD :'password';
SQL
