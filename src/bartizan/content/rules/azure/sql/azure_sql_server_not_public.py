"""SQL servers have no public endpoint."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-not-public",
    title="SQL servers have no public endpoint",
    severity=Severity.MEDIUM,
    every=SqlServer,
    must=~SqlServer.public,
    because=(
        "The server listens on the Internet: one firewall rule too wide, and everyone can try passwords and "
        "faults on it."
    ),
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint.",
    serves=("no-public-data",),
    also=(
        "CKV_AZURE_113",
        "AZU-0022",
        "AVD-AZU-0022",
        "azure-database-no-public-access",
    ),
    passes=[SqlServer(public=False)],
    fails=[SqlServer(public=True)],
)
