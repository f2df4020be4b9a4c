"""PostgreSQL does not log data of slow statements."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-no-slow-statements-logged",
    title="PostgreSQL does not log data of slow statements",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=~SqlInstance.log_min_duration_statement.is_set() | SqlInstance.log_min_duration_statement.equals("-1"),
    because="The log then holds personal data and secrets from statements.",
    fix="Set the database flag log_min_duration_statement to -1.",
    serves=("data-minimisation",),
    also=(
        "CKV_GCP_57",
        "GCP-0021",
        "AVD-GCP-0021",
        "google-sql-pg-no-min-statement-logging",
    ),
    passes=[
        SqlInstance(version="POSTGRES_X", log_min_duration_statement="-1"),
        SqlInstance(version="POSTGRES_X", log_min_duration_statement=None),
    ],
    fails=[SqlInstance(version="POSTGRES_X", log_min_duration_statement="100")],
)
