"""PostgreSQL logs checkpoints."""

from bartizan.content.kinds.azure.postgresql_server import PostgresParameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-logs-checkpoints",
    title="PostgreSQL logs checkpoints",
    severity=Severity.LOW,
    every=PostgresParameter,
    where=PostgresParameter.name.equals("log_checkpoints"),
    must=PostgresParameter.value.one_of("on", "true", "1"),
    because="Signs of overload and of data that is changed in bulk are missing in the log.",
    fix="Set the parameter log_checkpoints to on.",
    serves=("application-logging",),
    also=(
        "CKV_AZURE_30",
        "AZU-0024",
        "AVD-AZU-0024",
        "azure-database-postgres-configuration-log-checkpoints",
    ),
    passes=[PostgresParameter(name="log_checkpoints", value="on")],
    fails=[PostgresParameter(name="log_checkpoints", value="off")],
)
