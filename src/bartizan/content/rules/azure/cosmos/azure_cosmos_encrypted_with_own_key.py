"""Cosmos DB accounts are encrypted with a key of your own."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cosmos-encrypted-with-own-key",
    title="Cosmos DB accounts are encrypted with a key of your own",
    severity=Severity.LOW,
    every=CosmosAccount,
    must=CosmosAccount.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set key_vault_key_id when the account is made.",
    serves=("customer-managed-keys",),
    also=("CKV_AZURE_100",),
    passes=[CosmosAccount(own_key=True)],
    fails=[CosmosAccount(own_key=False)],
)
