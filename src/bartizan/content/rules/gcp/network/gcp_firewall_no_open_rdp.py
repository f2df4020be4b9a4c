"""Remote desktop is not open to the Internet."""

from bartizan.content.kinds.gcp.network import Firewall
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-firewall-no-open-rdp",
    title="Remote desktop is not open to the Internet",
    severity=Severity.HIGH,
    every=Firewall,
    must=~Firewall.opens_rdp,
    because="The port is found within minutes, and its passwords and faults are tried from then on.",
    fix="Name the addresses in source_ranges, or use Identity-Aware Proxy (35.235.240.0/20).",
    serves=(
        "no-open-admin-ports",
        "restricted-ingress",
    ),
    also=(
        "CKV_GCP_3",
        "GCP-0070",
        "AVD-GCP-0070",
        "google-compute-no-open-rdp-access",
        "GCP-0027",
        "AVD-GCP-0027",
        "google-compute-no-public-ingress",
    ),
    passes=[Firewall(opens_rdp=False)],
    fails=[Firewall(opens_rdp=True)],
)
