"""Cosmos DB accounts do not accept keys."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cosmos-no-local-keys",
    title="Cosmos DB accounts do not accept keys",
    severity=Severity.MEDIUM,
    every=CosmosAccount,
    must=~CosmosAccount.local_keys,
    because="A key gives every right to all data, has no owner and stays good until somebody changes it.",
    fix=(
        "Set local_authentication_enabled to false (local_authentication_disabled to true) and give roles to "
        "identities."
    ),
    serves=(
        "strong-authentication",
        "no-long-lived-credentials",
    ),
    also=("CKV_AZURE_140",),
    passes=[CosmosAccount(local_keys=False)],
    fails=[CosmosAccount(local_keys=True)],
)
