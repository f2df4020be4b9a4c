"""Storage accounts do not accept access keys."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-no-shared-key",
    title="Storage accounts do not accept access keys",
    severity=Severity.MEDIUM,
    every=Account,
    must=~Account.shared_key,
    because="A key gives every right to all data, has no owner and stays good until somebody changes it.",
    fix="Set shared_access_key_enabled to false and give roles to identities.",
    serves=(
        "no-long-lived-credentials",
        "strong-authentication",
    ),
    also=("CKV2_AZURE_40",),
    passes=[Account(shared_key=False)],
    fails=[Account(shared_key=True)],
)
