"""Cosmos DB accounts have a private endpoint."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cosmos-has-private-endpoint",
    title="Cosmos DB accounts have a private endpoint",
    severity=Severity.LOW,
    every=CosmosAccount,
    must=CosmosAccount.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix="Add an azurerm_private_endpoint whose private_connection_resource_id is the account.",
    serves=("private-connectivity",),
    passes=[CosmosAccount(private_endpoint=True)],
    fails=[CosmosAccount(private_endpoint=False)],
)
