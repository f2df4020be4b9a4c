"""Traffic of subnets is logged."""

from bartizan.content.kinds.gcp.network import Subnet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-subnet-flow-logged",
    title="Traffic of subnets is logged",
    severity=Severity.MEDIUM,
    every=Subnet,
    where=~Subnet.for_proxies,
    must=Subnet.flow_logged,
    because="Where data went, and from where an attack came, cannot be told afterwards.",
    fix="Add log_config.",
    serves=("network-logging",),
    also=(
        "CKV_GCP_26",
        "CKV_GCP_61",
        "GCP-0029",
        "AVD-GCP-0029",
        "google-compute-enable-vpc-flow-logs",
        "GCP-0076",
        "AVD-GCP-0076",
        "google-compute-subnetwork-logging",
        "google-compute-google-compute-subnetwork-logging",
        "google-misc-google-compute-subnetwork-logging-disabled",
    ),
    passes=[Subnet(for_proxies=False, flow_logged=True)],
    fails=[Subnet(for_proxies=False, flow_logged=False)],
)
