"""Clusters enforce network policies."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-has-network-policy",
    title="Clusters enforce network policies",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.network_policy,
    because="Without them every pod reaches every other one: one that is broken into can try them all.",
    fix="Set network_policy.enabled, or datapath_provider to ADVANCED_DATAPATH.",
    serves=(
        "network-segmentation",
        "tenant-isolation",
    ),
    also=(
        "CKV_GCP_12",
        "GCP-0056",
        "AVD-GCP-0056",
        "google-gke-enable-network-policy",
    ),
    passes=[Cluster(network_policy=True)],
    fails=[Cluster(network_policy=False)],
)
