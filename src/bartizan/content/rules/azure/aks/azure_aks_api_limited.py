"""Only certain addresses reach the API server."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-aks-api-limited",
    title="Only certain addresses reach the API server",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.limited | Cluster.private,
    because="Everyone on the Internet can try credentials and faults on the API server.",
    fix="Set api_server_access_profile.authorized_ip_ranges, or private_cluster_enabled to true.",
    serves=(
        "api-server-hardening",
        "no-public-service",
    ),
    also=(
        "CKV_AZURE_6",
        "AZU-0041",
        "AVD-AZU-0041",
        "azure-container-limit-authorized-ips",
    ),
    passes=[Cluster(limited=True), Cluster(limited=False, private=True)],
    fails=[Cluster(limited=False, private=False)],
)
