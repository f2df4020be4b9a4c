"""Attacks on SQL servers are looked for."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-threats-watched",
    title="Attacks on SQL servers are looked for",
    severity=Severity.MEDIUM,
    every=SqlServer,
    must=SqlServer.watched,
    because="Injections and log-ins from strange places go unnoticed.",
    fix="Add an azurerm_mssql_server_security_alert_policy with state Enabled and no disabled_alerts.",
    serves=("threat-detection",),
    also=(
        "CKV_AZURE_25",
        "CKV2_AZURE_13",
        "AZU-0028",
        "AVD-AZU-0028",
        "azure-database-all-threat-alerts-enabled",
    ),
    passes=[SqlServer(watched=True)],
    fails=[SqlServer(watched=False)],
)
