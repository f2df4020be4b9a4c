"""Databases and control ports are not open to the Internet."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-no-open-databases",
    title="Databases and control ports are not open to the Internet",
    severity=Severity.HIGH,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows & ~SecurityRule.all_ports,
    must=~(SecurityRule.opens_databases | SecurityRule.opens_control),
    because="Everyone on the Internet can try passwords and faults on services that were made for inside.",
    fix="Name the addresses that need it in source_address_prefix.",
    serves=(
        "no-open-admin-ports",
        "no-public-data",
    ),
    also=(
        "AZU-0074",
        "AVD-AZU-0074",
        "azure-sensitive-port-is-exposed-to-entire-network",
        "azure-network-sensitive-port-is-exposed-to-entire-network",
    ),
    passes=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_databases=False, opens_control=False)],
    fails=[
        SecurityRule(inbound=True, allows=True, all_ports=False, opens_databases=True, opens_control=False),
        SecurityRule(inbound=True, allows=True, all_ports=False, opens_databases=False, opens_control=True),
    ],
)
