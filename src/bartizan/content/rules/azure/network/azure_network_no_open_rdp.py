"""Remote desktop is not open to the Internet."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-no-open-rdp",
    title="Remote desktop is not open to the Internet",
    severity=Severity.HIGH,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows & ~SecurityRule.all_ports,
    must=~SecurityRule.opens_rdp,
    because="The port is found within minutes, and its passwords and faults are tried from then on.",
    fix="Name the addresses that need it in source_address_prefix; for people, use Bastion or a VPN.",
    serves=(
        "no-open-admin-ports",
        "restricted-ingress",
    ),
    also=(
        "CKV_AZURE_9",
        "AZU-0048",
        "AVD-AZU-0048",
        "azure-network-disable-rdp-from-internet",
    ),
    passes=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_rdp=False)],
    fails=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_rdp=True)],
)
