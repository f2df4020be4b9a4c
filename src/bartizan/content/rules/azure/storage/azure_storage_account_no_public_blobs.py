"""Storage accounts do not let containers be public."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-no-public-blobs",
    title="Storage accounts do not let containers be public",
    severity=Severity.HIGH,
    every=Account,
    must=~Account.nested_public,
    because="One container opened by mistake, by anybody who may change it, is readable by the whole Internet.",
    fix="Set allow_nested_items_to_be_public to false; left out, it depends on the version of the provider.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=(
        "CKV_AZURE_59",
        "CKV_AZURE_190",
        "CKV2_AZURE_47",
        "CKV2_AZURE_8",
    ),
    passes=[Account(nested_public=False)],
    fails=[Account(nested_public=True)],
)
