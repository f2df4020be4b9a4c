"""MySQL servers have a private endpoint."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-has-private-endpoint",
    title="MySQL servers have a private endpoint",
    severity=Severity.LOW,
    every=MysqlServer,
    where=MysqlServer.public,
    must=MysqlServer.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix=(
        "Add an azurerm_private_endpoint whose private_connection_resource_id is the server, or use "
        "delegated_subnet_id."
    ),
    serves=("private-connectivity",),
    also=(
        "CKV2_AZURE_43",
        "CKV2_AZURE_44",
        "CKV2_AZURE_56",
    ),
    passes=[MysqlServer(public=True, private_endpoint=True)],
    fails=[MysqlServer(public=True, private_endpoint=False)],
)
