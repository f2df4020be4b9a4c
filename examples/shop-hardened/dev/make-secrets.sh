#!/bin/sh
# Makes the secrets of local development, once; they are never committed.
set -eu

cd "$(dirname "$0")"
umask 022
mkdir -p secrets

for name in database_admin database_orders; do
  [ -s "secrets/$name" ] || openssl rand -hex 24 > "secrets/$name"
done
[ -s secrets/session_keys ] || printf '{"current": "%s", "previous": ""}\n' "$(openssl rand -hex 32)" > secrets/session_keys
