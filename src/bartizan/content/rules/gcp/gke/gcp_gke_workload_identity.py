"""Workloads have cloud identities of their own."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-workload-identity",
    title="Workloads have cloud identities of their own",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.workload_identity,
    because="Without it every pod can act as its node, with all that the node may do.",
    fix="Set workload_identity_config.workload_pool.",
    serves=(
        "metadata-protection",
        "service-identity",
    ),
    also=(
        "CKV_GCP_69",
        "GCP-0057",
        "AVD-GCP-0057",
        "google-gke-node-metadata-security",
        "GCP-0048",
        "AVD-GCP-0048",
        "google-gke-metadata-endpoints-disabled",
    ),
    passes=[Cluster(workload_identity=True)],
    fails=[Cluster(workload_identity=False)],
)
