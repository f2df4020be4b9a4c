"""Keys of Cosmos DB accounts are good for data only."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cosmos-keys-cannot-change-metadata",
    title="Keys of Cosmos DB accounts are good for data only",
    severity=Severity.LOW,
    every=CosmosAccount,
    must=~CosmosAccount.keys_change_metadata,
    because="Whoever finds a key can delete whole databases and change how they are indexed.",
    fix="Set access_key_metadata_writes_enabled to false.",
    serves=("no-privilege-escalation",),
    also=("CKV_AZURE_132",),
    passes=[CosmosAccount(keys_change_metadata=False)],
    fails=[CosmosAccount(keys_change_metadata=True)],
)
