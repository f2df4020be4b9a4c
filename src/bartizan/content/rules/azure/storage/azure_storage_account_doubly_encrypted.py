"""Storage accounts are encrypted twice."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-doubly-encrypted",
    title="Storage accounts are encrypted twice",
    severity=Severity.LOW,
    every=Account,
    must=Account.doubly_encrypted,
    because="A fault in the one encryption, or its key, then lays the data open.",
    fix="Set infrastructure_encryption_enabled to true when the account is made.",
    serves=("encryption-at-rest",),
    also=(
        "AZU-0061",
        "AVD-AZU-0061",
        "azure-storage-infrastructure-encryption-enabled",
    ),
    passes=[Account(doubly_encrypted=True)],
    fails=[Account(doubly_encrypted=False)],
)
