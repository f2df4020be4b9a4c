"""SQL servers need TLS 1.2 or later."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-strong-tls",
    title="SQL servers need TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=SqlServer,
    must=SqlServer.strong_tls,
    because="Older versions of TLS can be broken by who listens in.",
    fix="Set minimum_tls_version to 1.2.",
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_52",
        "AZU-0026",
        "AVD-AZU-0026",
        "azure-database-secure-tls-policy",
    ),
    passes=[SqlServer(strong_tls=True)],
    fails=[SqlServer(strong_tls=False)],
)
