"""Storage accounts have a private endpoint."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-has-private-endpoint",
    title="Storage accounts have a private endpoint",
    severity=Severity.LOW,
    every=Account,
    must=Account.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix="Add an azurerm_private_endpoint whose private_connection_resource_id is the account.",
    serves=("private-connectivity",),
    also=("CKV2_AZURE_33",),
    passes=[Account(private_endpoint=True)],
    fails=[Account(private_endpoint=False)],
)
