"""SQL servers have a private endpoint."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-has-private-endpoint",
    title="SQL servers have a private endpoint",
    severity=Severity.LOW,
    every=SqlServer,
    must=SqlServer.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix="Add an azurerm_private_endpoint whose private_connection_resource_id is the server.",
    serves=("private-connectivity",),
    also=("CKV2_AZURE_45",),
    passes=[SqlServer(private_endpoint=True)],
    fails=[SqlServer(private_endpoint=False)],
)
