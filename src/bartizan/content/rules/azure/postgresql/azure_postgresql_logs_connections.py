"""PostgreSQL logs connections."""

from bartizan.content.kinds.azure.postgresql_server import PostgresParameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-logs-connections",
    title="PostgreSQL logs connections",
    severity=Severity.LOW,
    every=PostgresParameter,
    where=PostgresParameter.name.equals("log_connections"),
    must=PostgresParameter.value.one_of("on", "true", "1"),
    because="Who tried to connect cannot be told afterwards.",
    fix="Set the parameter log_connections to on.",
    serves=("data-access-logging",),
    also=(
        "CKV_AZURE_31",
        "AZU-0019",
        "AVD-AZU-0019",
        "azure-database-postgres-configuration-log-connections",
    ),
    passes=[PostgresParameter(name="log_connections", value="on")],
    fails=[PostgresParameter(name="log_connections", value="off")],
)
