"""Credentials of PostgreSQL."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PGPASS_PASSWORD = Credential(
    id="secret-pgpass-password",
    title="password in a pgpass file",
    service="PostgreSQL",
    severity=Severity.HIGH,
    keywords=(":5432:", ":5433:", ":5434:", ":6432:"),
    expression=(
        r"(?m)^[0-9A-Za-z*._-]{1,100}:(?:5432|5433|5434|6432):[^:\s]{1,64}:[^:\s]{1,64}:"
        r"(?P<secret>[^\s:]{4,200})$"
    ),
    entropy=2.3,
    check="password",
    grants="Whoever holds it and reaches the database reads and changes what the user may.",
    revoke="Change it, and keep the file out of what is shared.",
    source="https://www.postgresql.org/docs/current/libpq-pgpass.html",
    finds=("db.harbour.io:54·32:lights:keeper:1IP·BF2KryYndjAXm",),
    ignores=(
        "localhost:54·32:postgres:postgres:password",
        "db.harbour.io:5432:lights:keeper:012·3456789abcdef",
    ),
)
