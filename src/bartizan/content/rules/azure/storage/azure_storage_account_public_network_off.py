"""Storage accounts have no public endpoint."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-public-network-off",
    title="Storage accounts have no public endpoint",
    severity=Severity.MEDIUM,
    every=Account,
    must=~Account.public_network,
    because="One leaked key or signature is enough to reach the data from anywhere.",
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint.",
    serves=(
        "no-public-service",
        "private-connectivity",
    ),
    passes=[Account(public_network=False)],
    fails=[Account(public_network=True)],
)
