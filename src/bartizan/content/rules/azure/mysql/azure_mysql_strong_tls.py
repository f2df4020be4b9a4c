"""MySQL servers need TLS 1.2 or later."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-strong-tls",
    title="MySQL servers need TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=MysqlServer,
    must=MysqlServer.strong_tls,
    because="Older versions of TLS can be broken by who listens in.",
    fix="Set the parameter tls_version to TLSv1.2 (flexible), or ssl_minimal_tls_version_enforced to TLS1_2 (single).",
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_54",
        "AZU-0026",
        "AVD-AZU-0026",
        "azure-database-secure-tls-policy",
    ),
    passes=[MysqlServer(strong_tls=True)],
    fails=[MysqlServer(strong_tls=False)],
)
