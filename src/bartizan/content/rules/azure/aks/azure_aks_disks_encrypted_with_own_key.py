"""Disks of clusters are encrypted with a key of your own."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-disks-encrypted-with-own-key",
    title="Disks of clusters are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set disk_encryption_set_id when the cluster is made.",
    serves=(
        "customer-managed-keys",
        "encryption-at-rest",
    ),
    also=(
        "CKV_AZURE_117",
        "CKV_AZURE_227",
        "AZU-0067",
        "AVD-AZU-0067",
        "azure-container-enable-disk-encryption",
    ),
    passes=[Cluster(own_key=True)],
    fails=[Cluster(own_key=False)],
)
