"""Only certain addresses reach the control plane."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-control-plane-limited",
    title="Only certain addresses reach the control plane",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.limited | Cluster.private_endpoint,
    because="Everyone on the Internet can try credentials and faults on the API server.",
    fix="Set master_authorized_networks_config with your addresses, or a private endpoint.",
    serves=(
        "api-server-hardening",
        "no-public-service",
    ),
    also=(
        "CKV_GCP_18",
        "CKV_GCP_20",
        "GCP-0053",
        "AVD-GCP-0053",
        "google-gke-no-public-control-plane",
        "GCP-0061",
        "AVD-GCP-0061",
        "google-gke-enable-master-networks",
    ),
    passes=[Cluster(limited=True), Cluster(limited=False, private_endpoint=True)],
    fails=[Cluster(limited=False, private_endpoint=False)],
)
