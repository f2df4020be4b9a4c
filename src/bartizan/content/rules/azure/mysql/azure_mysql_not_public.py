"""MySQL servers have no public endpoint."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-not-public",
    title="MySQL servers have no public endpoint",
    severity=Severity.MEDIUM,
    every=MysqlServer,
    must=~MysqlServer.public,
    because=(
        "The server listens on the Internet: one firewall rule too wide, and everyone can try passwords and "
        "faults on it."
    ),
    fix="Set public_network_access to Disabled, or put the server into a subnet with delegated_subnet_id.",
    serves=("no-public-data",),
    also=(
        "CKV_AZURE_53",
        "CKV_AZURE_48",
        "AZU-0022",
        "AVD-AZU-0022",
        "azure-database-no-public-access",
    ),
    passes=[MysqlServer(public=False)],
    fails=[MysqlServer(public=True)],
)
