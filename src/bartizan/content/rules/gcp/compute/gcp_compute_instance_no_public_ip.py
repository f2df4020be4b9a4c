"""Instances have no public address."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-no-public-ip",
    title="Instances have no public address",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.public_ip,
    because="Everything that listens on the instance is one firewall rule away from the Internet.",
    fix="Remove access_config; use a load balancer, Cloud NAT and Identity-Aware Proxy.",
    serves=("no-public-service",),
    also=(
        "CKV_GCP_40",
        "GCP-0031",
        "AVD-GCP-0031",
        "google-compute-no-public-ip",
    ),
    passes=[Instance(public_ip=False)],
    fails=[Instance(public_ip=True)],
)
