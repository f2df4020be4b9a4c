"""Nodes have no public addresses."""

from bartizan.content.kinds.azure.aks_cluster import NodePool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-nodes-no-public-ip",
    title="Nodes have no public addresses",
    severity=Severity.MEDIUM,
    every=NodePool,
    must=~NodePool.public_ips,
    because="Everything that listens on a node is one security rule away from the Internet.",
    fix="Remove node_public_ip_enabled (enable_node_public_ip).",
    serves=(
        "no-public-service",
        "node-hardening",
    ),
    also=("CKV_AZURE_143",),
    passes=[NodePool(public_ips=False)],
    fails=[NodePool(public_ips=True)],
)
