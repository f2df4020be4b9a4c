"""API servers have no public address."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-api-private",
    title="API servers have no public address",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.private,
    because="What can be reached by nobody from outside cannot be attacked from there.",
    fix="Set private_cluster_enabled to true when the cluster is made.",
    serves=(
        "api-server-hardening",
        "private-connectivity",
    ),
    also=(
        "CKV_AZURE_115",
        "AZU-0065",
        "AVD-AZU-0065",
        "azure-container-enable-private-cluster",
    ),
    passes=[Cluster(private=True)],
    fails=[Cluster(private=False)],
)
