"""Clusters have no dashboard and no ingress for trials."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-dashboard-off",
    title="Clusters have no dashboard and no ingress for trials",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.dashboard,
    because="Both are no longer maintained, and were made for trials: they open ways in that nobody looks after.",
    fix="Remove kube_dashboard and http_application_routing_enabled.",
    serves=(
        "no-public-service",
        "configuration-baseline",
    ),
    also=(
        "CKV_AZURE_8",
        "CKV_AZURE_246",
    ),
    passes=[Cluster(dashboard=False)],
    fails=[Cluster(dashboard=True)],
)
