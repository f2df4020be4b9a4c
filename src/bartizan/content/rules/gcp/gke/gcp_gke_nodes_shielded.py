"""Nodes start only what is signed."""

from bartizan.content.kinds.gcp.gke import NodePool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-nodes-shielded",
    title="Nodes start only what is signed",
    severity=Severity.MEDIUM,
    every=NodePool,
    must=NodePool.secure_boot & NodePool.integrity,
    because="A changed boot loader or kernel survives upgrades and is not noticed.",
    fix="Set enable_secure_boot and enable_integrity_monitoring in shielded_instance_config.",
    serves=("node-hardening",),
    also=(
        "CKV_GCP_68",
        "CKV_GCP_71",
        "CKV_GCP_72",
        "GCP-0055",
        "AVD-GCP-0055",
        "google-gke-node-shielding-enabled",
    ),
    passes=[NodePool(secure_boot=True, integrity=True)],
    fails=[NodePool(secure_boot=False, integrity=True)],
)
