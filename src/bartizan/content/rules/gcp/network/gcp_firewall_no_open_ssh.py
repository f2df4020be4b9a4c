"""SSH is not open to the Internet."""

from bartizan.content.kinds.gcp.network import Firewall
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-firewall-no-open-ssh",
    title="SSH is not open to the Internet",
    severity=Severity.HIGH,
    every=Firewall,
    must=~Firewall.opens_ssh,
    because="The port is found within minutes and tried with stolen passwords and keys from then on.",
    fix="Name the addresses in source_ranges, or use Identity-Aware Proxy (35.235.240.0/20).",
    serves=(
        "no-open-admin-ports",
        "restricted-ingress",
    ),
    also=(
        "CKV_GCP_2",
        "GCP-0071",
        "AVD-GCP-0071",
        "google-compute-restrict-ssh-access",
        "GCP-0027",
        "AVD-GCP-0027",
        "google-compute-no-public-ingress",
    ),
    passes=[Firewall(opens_ssh=False)],
    fails=[Firewall(opens_ssh=True)],
)
