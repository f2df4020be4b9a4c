"""PostgreSQL servers have no public endpoint."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-not-public",
    title="PostgreSQL servers have no public endpoint",
    severity=Severity.MEDIUM,
    every=PostgresServer,
    must=~PostgresServer.public,
    because=(
        "The server listens on the Internet: one firewall rule too wide, and everyone can try passwords and "
        "faults on it."
    ),
    fix="Set public_network_access_enabled to false, or put the server into a subnet with delegated_subnet_id.",
    serves=("no-public-data",),
    also=(
        "CKV_AZURE_68",
        "AZU-0022",
        "AVD-AZU-0022",
        "azure-database-no-public-access",
    ),
    passes=[PostgresServer(public=False)],
    fails=[PostgresServer(public=True)],
)
