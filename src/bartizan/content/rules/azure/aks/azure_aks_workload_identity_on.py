"""Pods can have identities of their own."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-workload-identity-on",
    title="Pods can have identities of their own",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.workload_identity,
    because="Without it applications need passwords, or share the identity of the node.",
    fix="Set workload_identity_enabled and oidc_issuer_enabled to true.",
    serves=(
        "service-identity",
        "no-long-lived-credentials",
    ),
    passes=[Cluster(workload_identity=True)],
    fails=[Cluster(workload_identity=False)],
)
