"""Nodes have a service account made for them."""

from bartizan.content.kinds.gcp.gke import NodePool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-nodes-own-service-account",
    title="Nodes have a service account made for them",
    severity=Severity.MEDIUM,
    every=NodePool,
    must=NodePool.own_account,
    because="The default account is shared with every instance, and often an editor of the project.",
    fix="Set node_config.service_account.",
    serves=(
        "service-identity",
        "least-privilege",
    ),
    also=(
        "CKV2_GCP_1",
        "GCP-0050",
        "AVD-GCP-0050",
        "google-gke-use-service-account",
    ),
    passes=[NodePool(own_account=True)],
    fails=[NodePool(own_account=False)],
)
