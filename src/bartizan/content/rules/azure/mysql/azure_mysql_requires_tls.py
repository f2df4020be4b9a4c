"""MySQL servers refuse connections without TLS."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-requires-tls",
    title="MySQL servers refuse connections without TLS",
    severity=Severity.HIGH,
    every=MysqlServer,
    must=MysqlServer.requires_tls,
    because="Passwords and data can be read on their way.",
    fix="Leave the parameter require_secure_transport ON (flexible), or set ssl_enforcement_enabled to true (single).",
    serves=("encryption-in-transit",),
    also=(
        "CKV_AZURE_28",
        "AZU-0020",
        "AVD-AZU-0020",
        "azure-database-enable-ssl-enforcement",
    ),
    passes=[MysqlServer(requires_tls=True)],
    fails=[MysqlServer(requires_tls=False)],
)
