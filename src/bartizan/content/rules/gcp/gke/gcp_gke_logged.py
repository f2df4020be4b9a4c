"""Clusters are logged."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-logged",
    title="Clusters are logged",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.logged,
    because="What happened in the cluster cannot be told afterwards.",
    fix="Remove logging_service none; set logging_config.enable_components.",
    serves=(
        "audit-logging",
        "application-logging",
    ),
    also=(
        "CKV_GCP_1",
        "GCP-0060",
        "AVD-GCP-0060",
        "google-gke-enable-stackdriver-logging",
    ),
    passes=[Cluster(logged=True)],
    fails=[Cluster(logged=False)],
)
