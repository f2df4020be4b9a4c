"""Nodes are kept up to date."""

from bartizan.content.kinds.gcp.gke import NodePool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-nodes-upgrade",
    title="Nodes are kept up to date",
    severity=Severity.MEDIUM,
    every=NodePool,
    must=NodePool.upgrades,
    because="Known faults of the kubelet and the kernel stay open.",
    fix="Remove auto_upgrade = false from management.",
    serves=("patching",),
    also=(
        "CKV_GCP_10",
        "GCP-0058",
        "AVD-GCP-0058",
        "google-gke-enable-auto-upgrade",
    ),
    passes=[NodePool(upgrades=True)],
    fails=[NodePool(upgrades=False)],
)
