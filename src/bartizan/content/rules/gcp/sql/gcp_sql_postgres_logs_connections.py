"""PostgreSQL logs connections."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-logs-connections",
    title="PostgreSQL logs connections",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=SqlInstance.log_connections.equals("on"),
    because="Who tried to connect cannot be told afterwards.",
    fix="Set the database flag log_connections to on.",
    serves=("data-access-logging",),
    also=(
        "CKV_GCP_52",
        "GCP-0016",
        "AVD-GCP-0016",
        "google-sql-pg-log-connections",
    ),
    passes=[SqlInstance(version="POSTGRES_X", log_connections="on")],
    fails=[
        SqlInstance(version="POSTGRES_X", log_connections="off"),
        SqlInstance(version="POSTGRES_X", log_connections=None),
    ],
)
