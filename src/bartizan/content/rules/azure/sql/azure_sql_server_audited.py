"""SQL servers are audited."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-audited",
    title="SQL servers are audited",
    severity=Severity.MEDIUM,
    every=SqlServer,
    must=SqlServer.audited,
    because="What was read or changed, and by whom, cannot be told after a theft.",
    fix="Add an azurerm_mssql_server_extended_auditing_policy.",
    serves=(
        "data-access-logging",
        "audit-logging",
    ),
    also=(
        "CKV_AZURE_23",
        "CKV_AZURE_156",
        "AZU-0027",
        "AVD-AZU-0027",
        "azure-database-enable-audit",
    ),
    passes=[SqlServer(audited=True)],
    fails=[SqlServer(audited=False)],
)
