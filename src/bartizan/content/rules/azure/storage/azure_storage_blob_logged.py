"""Requests to blobs are logged."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-blob-logged",
    title="Requests to blobs are logged",
    severity=Severity.LOW,
    every=Account,
    where=~Account.variety.equals("FileStorage"),
    must=Account.blob_logged,
    because="What was read, changed or deleted, and by whom, cannot be told afterwards.",
    fix=(
        'Add an azurerm_monitor_diagnostic_setting for "<account id>/blobServices/default" with StorageRead, '
        "StorageWrite and StorageDelete."
    ),
    serves=("data-access-logging",),
    also=(
        "CKV2_AZURE_21",
        "AZU-0057",
        "AVD-AZU-0057",
        "azure-storage-storage-account-logging-enabled",
    ),
    passes=[Account(variety="StorageV2", blob_logged=True)],
    fails=[Account(variety="StorageV2", blob_logged=False)],
)
