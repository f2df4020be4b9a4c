"""Not every port is open to the Internet."""

from bartizan.content.kinds.gcp.network import Firewall
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-firewall-not-all-ports-open",
    title="Not every port is open to the Internet",
    severity=Severity.HIGH,
    every=Firewall,
    must=~Firewall.opens_all,
    because="Every service on the machines, also those nobody knows of, can be reached by everyone.",
    fix="Name protocols and ports in allow, and addresses in source_ranges.",
    serves=("restricted-ingress",),
    also=(
        "CKV2_GCP_12",
        "GCP-0072",
        "AVD-GCP-0072",
        "google-compute-disable-allow-all-ports",
        "GCP-0074",
        "AVD-GCP-0074",
        "google-compute-disable-port-range-rule",
        "GCP-0027",
        "AVD-GCP-0027",
        "google-compute-no-public-ingress",
    ),
    passes=[Firewall(opens_all=False)],
    fails=[Firewall(opens_all=True)],
)
