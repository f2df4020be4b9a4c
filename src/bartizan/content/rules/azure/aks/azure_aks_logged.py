"""Clusters are logged."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-logged",
    title="Clusters are logged",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.logged,
    because="What happened in the cluster cannot be told afterwards.",
    fix="Add oms_agent, or an azurerm_monitor_diagnostic_setting with kube-audit.",
    serves=(
        "audit-logging",
        "application-logging",
    ),
    also=(
        "CKV_AZURE_4",
        "AZU-0040",
        "AVD-AZU-0040",
        "azure-container-logging",
    ),
    passes=[Cluster(logged=True)],
    fails=[Cluster(logged=False)],
)
