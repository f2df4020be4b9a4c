"""Clusters decide by roles who may do what."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-uses-rbac",
    title="Clusters decide by roles who may do what",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.uses_rbac,
    because="Without roles everyone who gets in may do everything.",
    fix="Remove role_based_access_control_enabled = false.",
    serves=("least-privilege",),
    also=(
        "CKV_AZURE_5",
        "AZU-0042",
        "AVD-AZU-0042",
        "azure-container-use-rbac-permissions",
    ),
    passes=[Cluster(uses_rbac=True)],
    fails=[Cluster(uses_rbac=False)],
)
