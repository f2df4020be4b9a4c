"""Blobs and containers that were deleted are kept for a week."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-soft-delete",
    title="Blobs and containers that were deleted are kept for a week",
    severity=Severity.LOW,
    every=Account,
    where=Account.variety.one_of("StorageV2", "BlobStorage", "BlockBlobStorage"),
    must=Account.blob_days.at_least(7) & Account.container_days.at_least(7),
    because="Whoever breaks in, or a script gone wrong, deletes the data for good.",
    fix="Add delete_retention_policy and container_delete_retention_policy with 7 days or more to blob_properties.",
    serves=(
        "backup",
        "deletion-protection",
    ),
    also=(
        "CKV2_AZURE_38",
        "AZU-0056",
        "AVD-AZU-0056",
        "azure-storage-blobs-soft-deletion-enabled",
    ),
    passes=[Account(variety="StorageV2", blob_days=7, container_days=30)],
    fails=[
        Account(variety="StorageV2", blob_days=7, container_days=0),
        Account(variety="BlobStorage", blob_days=1, container_days=7),
    ],
)
