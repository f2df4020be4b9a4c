"""Clusters are kept up to date."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-upgrades-itself",
    title="Clusters are kept up to date",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.upgrades,
    because="Known faults of Kubernetes stay open, and old versions lose support.",
    fix="Set automatic_upgrade_channel (automatic_channel_upgrade) to patch or stable.",
    serves=(
        "patching",
        "supported-versions",
    ),
    also=("CKV_AZURE_171",),
    passes=[Cluster(upgrades=True)],
    fails=[Cluster(upgrades=False)],
)
