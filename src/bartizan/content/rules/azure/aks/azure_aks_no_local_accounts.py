"""Clusters have no local accounts."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-no-local-accounts",
    title="Clusters have no local accounts",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.local_accounts,
    because="The certificate of a local administrator cannot be revoked, and Entra ID knows nothing of its use.",
    fix="Set local_account_disabled to true.",
    serves=(
        "federated-identity",
        "no-long-lived-credentials",
    ),
    also=("CKV_AZURE_141",),
    passes=[Cluster(local_accounts=False)],
    fails=[Cluster(local_accounts=True)],
)
