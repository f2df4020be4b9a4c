"""PostgreSQL logs statements that fail."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-logs-error-statements",
    title="PostgreSQL logs statements that fail",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=~SqlInstance.log_min_error_statement.one_of("log", "fatal", "panic"),
    because="Attempts to inject SQL show as statements that fail.",
    fix="Set the database flag log_min_error_statement to error.",
    serves=("application-logging",),
    also=("CKV_GCP_109",),
    passes=[
        SqlInstance(version="POSTGRES_X", log_min_error_statement="error"),
        SqlInstance(version="POSTGRES_X", log_min_error_statement=None),
    ],
    fails=[SqlInstance(version="POSTGRES_X", log_min_error_statement="panic")],
)
