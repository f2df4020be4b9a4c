"""PostgreSQL servers refuse connections without TLS."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-requires-tls",
    title="PostgreSQL servers refuse connections without TLS",
    severity=Severity.HIGH,
    every=PostgresServer,
    must=PostgresServer.requires_tls,
    because="Passwords and data can be read on their way.",
    fix="Leave the parameter require_secure_transport on (flexible), or set ssl_enforcement_enabled to true (single).",
    serves=("encryption-in-transit",),
    also=(
        "CKV_AZURE_29",
        "AZU-0020",
        "AVD-AZU-0020",
        "azure-database-enable-ssl-enforcement",
    ),
    passes=[PostgresServer(requires_tls=True)],
    fails=[PostgresServer(requires_tls=False)],
)
