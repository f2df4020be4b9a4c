"""UDP services that amplify are not open to the Internet."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-no-open-udp",
    title="UDP services that amplify are not open to the Internet",
    severity=Severity.HIGH,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows & ~SecurityRule.all_ports,
    must=~SecurityRule.opens_udp,
    because="Attackers have such services answer to others, with more than was asked: your network floods theirs.",
    fix="Name the addresses that need it in source_address_prefix.",
    serves=(
        "restricted-ingress",
        "denial-of-service-protection",
    ),
    also=("CKV_AZURE_77",),
    passes=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_udp=False)],
    fails=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_udp=True)],
)
