"""Azure Policy looks after clusters."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-policy-on",
    title="Azure Policy looks after clusters",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.azure_policy,
    because="Pods that break the rules are admitted and not reported.",
    fix="Set azure_policy_enabled to true.",
    serves=("admission-control",),
    also=(
        "CKV_AZURE_116",
        "AZU-0066",
        "AVD-AZU-0066",
        "azure-container-enable-azure-policy-addon",
    ),
    passes=[Cluster(azure_policy=True)],
    fails=[Cluster(azure_policy=False)],
)
