"""PostgreSQL servers have a private endpoint."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-has-private-endpoint",
    title="PostgreSQL servers have a private endpoint",
    severity=Severity.LOW,
    every=PostgresServer,
    where=PostgresServer.public,
    must=PostgresServer.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix=(
        "Add an azurerm_private_endpoint whose private_connection_resource_id is the server, or use "
        "delegated_subnet_id."
    ),
    serves=("private-connectivity",),
    also=(
        "CKV2_AZURE_42",
        "CKV2_AZURE_57",
    ),
    passes=[PostgresServer(public=True, private_endpoint=True)],
    fails=[PostgresServer(public=True, private_endpoint=False)],
)
