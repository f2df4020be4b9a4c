"""Clusters enforce network policies."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-has-network-policy",
    title="Clusters enforce network policies",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.network_policy,
    because="Without them every pod reaches every other one: one that is broken into can try them all.",
    fix="Set network_profile.network_policy to azure, calico or cilium.",
    serves=(
        "network-segmentation",
        "tenant-isolation",
    ),
    also=(
        "CKV_AZURE_7",
        "CKV2_AZURE_29",
        "AZU-0043",
        "AVD-AZU-0043",
        "azure-container-configured-network-policy",
    ),
    passes=[Cluster(network_policy=True)],
    fails=[Cluster(network_policy=False)],
)
