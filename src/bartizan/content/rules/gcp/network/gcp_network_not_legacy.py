"""Networks are not of the old kind."""

from bartizan.content.kinds.gcp.network import Network
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-network-not-legacy",
    title="Networks are not of the old kind",
    severity=Severity.MEDIUM,
    every=Network,
    must=~Network.legacy,
    because="A legacy network has no subnets, and so no way to part it or to log its traffic.",
    fix="Use a network with subnets; remove ipv4_range.",
    serves=("network-segmentation",),
    also=("CKV2_GCP_2",),
    passes=[Network(legacy=False)],
    fails=[Network(legacy=True)],
)
