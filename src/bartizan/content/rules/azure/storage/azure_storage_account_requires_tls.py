"""Storage accounts refuse requests without TLS."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-requires-tls",
    title="Storage accounts refuse requests without TLS",
    severity=Severity.HIGH,
    every=Account,
    must=Account.requires_tls,
    because="Data, keys and signatures can be read and changed on their way.",
    fix="Set https_traffic_only_enabled (enable_https_traffic_only in older providers) to true.",
    serves=("encryption-in-transit",),
    also=(
        "CKV_AZURE_3",
        "AZU-0008",
        "AVD-AZU-0008",
        "azure-storage-enforce-https",
        "AZU-0059",
        "AVD-AZU-0059",
        "azure-storage-log-storage-encryption",
    ),
    passes=[Account(requires_tls=True)],
    fails=[Account(requires_tls=False)],
)
