"""Data Explorer is encrypted, twice."""

from bartizan.content.kinds.azure.analytics import KustoCluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-kusto-encrypted",
    title="Data Explorer is encrypted, twice",
    severity=Severity.MEDIUM,
    every=KustoCluster,
    must=KustoCluster.disk_encrypted & KustoCluster.doubly_encrypted,
    because="Disks that are stolen or thrown away can be read.",
    fix="Set disk_encryption_enabled and double_encryption_enabled to true.",
    serves=(
        "encryption-at-rest",
        "customer-managed-keys",
    ),
    also=(
        "CKV_AZURE_74",
        "CKV_AZURE_75",
        "CKV2_AZURE_11",
    ),
    passes=[KustoCluster(disk_encrypted=True, doubly_encrypted=True)],
    fails=[
        KustoCluster(disk_encrypted=False, doubly_encrypted=True),
        KustoCluster(disk_encrypted=True, doubly_encrypted=False),
    ],
)
