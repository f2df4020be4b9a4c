"""PostgreSQL logs warnings."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-logs-warnings",
    title="PostgreSQL logs warnings",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=~SqlInstance.log_min_messages.one_of("error", "log", "fatal", "panic"),
    because="Signs of an attack are left out of the log.",
    fix="Set the database flag log_min_messages to warning.",
    serves=("application-logging",),
    also=(
        "CKV_GCP_55",
        "GCP-0018",
        "AVD-GCP-0018",
        "google-sql-pg-log-errors",
    ),
    passes=[
        SqlInstance(version="POSTGRES_X", log_min_messages="warning"),
        SqlInstance(version="POSTGRES_X", log_min_messages=None),
    ],
    fails=[SqlInstance(version="POSTGRES_X", log_min_messages="panic")],
)
