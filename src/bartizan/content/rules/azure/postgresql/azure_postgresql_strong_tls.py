"""PostgreSQL servers need TLS 1.2 or later."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-strong-tls",
    title="PostgreSQL servers need TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=PostgresServer,
    must=PostgresServer.strong_tls,
    because="Older versions of TLS can be broken by who listens in.",
    fix=(
        "Set the parameter ssl_min_protocol_version to TLSv1.2 (flexible), or "
        "ssl_minimal_tls_version_enforced to TLS1_2 (single)."
    ),
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_147",
        "AZU-0026",
        "AVD-AZU-0026",
        "azure-database-secure-tls-policy",
    ),
    passes=[PostgresServer(strong_tls=True)],
    fails=[PostgresServer(strong_tls=False)],
)
