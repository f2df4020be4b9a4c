"""Storage accounts outlive the loss of a data centre."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-replicated",
    title="Storage accounts outlive the loss of a data centre",
    severity=Severity.LOW,
    every=Account,
    must=~Account.replication.equals("LRS"),
    because="A fire or flood in one building takes all copies with it.",
    fix="Set account_replication_type to ZRS, GRS, GZRS or one of their readable forms.",
    serves=(
        "high-availability",
        "backup",
    ),
    also=(
        "CKV_AZURE_206",
        "AZU-0058",
        "AVD-AZU-0058",
        "azure-storage-enable-geo-redundant-backups",
    ),
    passes=[Account(replication="GZRS"), Account(replication="ZRS")],
    fails=[Account(replication="LRS")],
)
