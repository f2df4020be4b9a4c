"""Clusters use RBAC alone."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-no-legacy-authorisation",
    title="Clusters use RBAC alone",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.legacy_abac,
    because="Legacy authorisation gives every user and service account wide rights that RBAC cannot take back.",
    fix="Remove enable_legacy_abac.",
    serves=(
        "least-privilege",
        "api-server-hardening",
    ),
    also=(
        "CKV_GCP_7",
        "GCP-0062",
        "AVD-GCP-0062",
        "google-gke-use-rbac-permissions",
    ),
    passes=[Cluster(legacy_abac=False)],
    fails=[Cluster(legacy_abac=True)],
)
