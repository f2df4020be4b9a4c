"""Not every port is open to the Internet."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-not-all-ports-open",
    title="Not every port is open to the Internet",
    severity=Severity.HIGH,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows,
    must=~(SecurityRule.from_anywhere & SecurityRule.all_ports),
    because="Every service on the machines, also those nobody knows of, can be reached by everyone.",
    fix="Name ports in destination_port_ranges, and addresses in source_address_prefix.",
    serves=("restricted-ingress",),
    also=(
        "AZU-0047",
        "AVD-AZU-0047",
        "azure-network-no-public-ingress",
    ),
    passes=[
        SecurityRule(inbound=True, allows=True, from_anywhere=True, all_ports=False),
        SecurityRule(inbound=True, allows=True, from_anywhere=False, all_ports=True),
    ],
    fails=[SecurityRule(inbound=True, allows=True, from_anywhere=True, all_ports=True)],
)
