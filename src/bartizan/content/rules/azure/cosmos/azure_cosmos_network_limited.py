"""Cosmos DB accounts refuse networks that are not named."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cosmos-network-limited",
    title="Cosmos DB accounts refuse networks that are not named",
    severity=Severity.HIGH,
    every=CosmosAccount,
    must=CosmosAccount.limited | ~CosmosAccount.public,
    because="A key that leaks is then good from every address on the Internet.",
    fix=(
        "Set ip_range_filter, or is_virtual_network_filter_enabled with virtual_network_rule, or "
        "public_network_access_enabled to false."
    ),
    serves=(
        "no-public-data",
        "restricted-ingress",
    ),
    also=(
        "CKV_AZURE_99",
        "CKV_AZURE_101",
    ),
    passes=[CosmosAccount(limited=True), CosmosAccount(limited=False, public=False)],
    fails=[CosmosAccount(limited=False, public=True)],
)
