"""Clusters are private."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-endpoint-private",
    title="Clusters are private",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.private_nodes & Cluster.private_endpoint,
    because="A public control plane and public nodes can be reached, and tried, from everywhere.",
    fix="Set enable_private_nodes and enable_private_endpoint in private_cluster_config.",
    serves=(
        "api-server-hardening",
        "private-connectivity",
    ),
    also=(
        "CKV_GCP_25",
        "GCP-0059",
        "AVD-GCP-0059",
        "google-gke-enable-private-cluster",
    ),
    passes=[Cluster(private_nodes=True, private_endpoint=True)],
    fails=[Cluster(private_nodes=True, private_endpoint=False)],
)
