"""PostgreSQL keeps logs for more than three days."""

from bartizan.content.kinds.azure.postgresql_server import PostgresParameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-keeps-logs",
    title="PostgreSQL keeps logs for more than three days",
    severity=Severity.LOW,
    every=PostgresParameter,
    where=PostgresParameter.name.one_of("log_retention_days", "logfiles.retention_days"),
    must=PostgresParameter.number.at_least(4),
    because="What happened before a long weekend cannot be looked into after it.",
    fix="Set the parameter logfiles.retention_days (log_retention_days) to 4 or more.",
    serves=("log-retention",),
    also=("CKV_AZURE_146",),
    passes=[PostgresParameter(name="log_retention_days", number=7)],
    fails=[
        PostgresParameter(name="log_retention_days", number=3),
        PostgresParameter(name="logfiles.retention_days", number=1),
    ],
)
