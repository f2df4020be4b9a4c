"""Storage accounts are encrypted with a key of your own."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-encrypted-with-own-key",
    title="Storage accounts are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Account,
    must=Account.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Add customer_managed_key, or an azurerm_storage_account_customer_managed_key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV2_AZURE_1",
        "AZU-0060",
        "AVD-AZU-0060",
        "azure-storage-blob-container-cmk-encrypted",
    ),
    passes=[Account(own_key=True)],
    fails=[Account(own_key=False)],
)
