"""PostgreSQL logs the end of connections."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-logs-disconnections",
    title="PostgreSQL logs the end of connections",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=SqlInstance.log_disconnections.equals("on"),
    because="How long somebody was connected cannot be told afterwards.",
    fix="Set the database flag log_disconnections to on.",
    serves=("data-access-logging",),
    also=(
        "CKV_GCP_53",
        "GCP-0022",
        "AVD-GCP-0022",
        "google-sql-pg-log-disconnections",
    ),
    passes=[SqlInstance(version="POSTGRES_X", log_disconnections="on")],
    fails=[
        SqlInstance(version="POSTGRES_X", log_disconnections="off"),
        SqlInstance(version="POSTGRES_X", log_disconnections=None),
    ],
)
