"""Storage accounts speak TLS 1.2 or later only."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-strong-tls",
    title="Storage accounts speak TLS 1.2 or later only",
    severity=Severity.MEDIUM,
    every=Account,
    must=Account.tls.one_of("TLS1_2", "TLS1_3"),
    because="Older versions of TLS can be broken by who listens in.",
    fix="Set min_tls_version to TLS1_2.",
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_44",
        "AZU-0011",
        "AVD-AZU-0011",
        "azure-storage-use-secure-tls-policy",
        "AZU-0059",
        "AVD-AZU-0059",
        "azure-storage-log-storage-encryption",
    ),
    passes=[Account(tls="TLS1_2")],
    fails=[Account(tls="TLS1_0"), Account(tls="TLS1_1")],
)
