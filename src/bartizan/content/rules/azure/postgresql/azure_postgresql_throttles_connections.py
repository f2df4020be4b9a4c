"""PostgreSQL slows down addresses that fail to log in."""

from bartizan.content.kinds.azure.postgresql_server import PostgresParameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-throttles-connections",
    title="PostgreSQL slows down addresses that fail to log in",
    severity=Severity.LOW,
    every=PostgresParameter,
    where=PostgresParameter.name.one_of("connection_throttle.enable", "connection_throttling"),
    must=PostgresParameter.value.one_of("on", "true", "1"),
    because="Passwords can be tried as fast as the server answers.",
    fix="Set the parameter connection_throttle.enable to on.",
    serves=("rate-limiting",),
    also=(
        "CKV_AZURE_32",
        "AZU-0021",
        "AVD-AZU-0021",
        "azure-database-postgres-configuration-connection-throttling",
    ),
    passes=[PostgresParameter(name="connection_throttle.enable", value="on")],
    fails=[PostgresParameter(name="connection_throttle.enable", value="off")],
)
