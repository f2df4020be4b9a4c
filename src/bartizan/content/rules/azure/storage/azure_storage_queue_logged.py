"""Requests to queues are logged."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-queue-logged",
    title="Requests to queues are logged",
    severity=Severity.LOW,
    every=Account,
    where=Account.variety.one_of("Storage", "StorageV2"),
    must=Account.queue_logged,
    because="What was read, changed or deleted, and by whom, cannot be told afterwards.",
    fix=(
        'Add an azurerm_monitor_diagnostic_setting for "<account id>/queueServices/default" with StorageRead,'
        " StorageWrite and StorageDelete."
    ),
    serves=("data-access-logging",),
    also=(
        "CKV_AZURE_33",
        "AZU-0009",
        "AVD-AZU-0009",
        "azure-storage-queue-services-logging-enabled",
        "AZU-0057",
        "AVD-AZU-0057",
        "azure-storage-storage-account-logging-enabled",
    ),
    passes=[Account(variety="StorageV2", queue_logged=True)],
    fails=[Account(variety="StorageV2", queue_logged=False)],
)
