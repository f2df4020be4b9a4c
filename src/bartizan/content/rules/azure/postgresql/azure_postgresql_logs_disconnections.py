"""PostgreSQL logs the end of connections."""

from bartizan.content.kinds.azure.postgresql_server import PostgresParameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-logs-disconnections",
    title="PostgreSQL logs the end of connections",
    severity=Severity.LOW,
    every=PostgresParameter,
    where=PostgresParameter.name.equals("log_disconnections"),
    must=PostgresParameter.value.one_of("on", "true", "1"),
    because="How long somebody was connected cannot be told afterwards.",
    fix="Set the parameter log_disconnections to on.",
    serves=("data-access-logging",),
    passes=[PostgresParameter(name="log_disconnections", value="on")],
    fails=[PostgresParameter(name="log_disconnections", value="off")],
)
