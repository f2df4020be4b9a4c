"""SSH is not open to the Internet."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-no-open-ssh",
    title="SSH is not open to the Internet",
    severity=Severity.HIGH,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows & ~SecurityRule.all_ports,
    must=~SecurityRule.opens_ssh,
    because="The port is found within minutes and tried with stolen passwords and keys from then on.",
    fix="Name the addresses that need it in source_address_prefix; for people, use Bastion or a VPN.",
    serves=(
        "no-open-admin-ports",
        "restricted-ingress",
    ),
    also=(
        "CKV_AZURE_10",
        "AZU-0050",
        "AVD-AZU-0050",
        "azure-network-ssh-blocked-from-internet",
    ),
    passes=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_ssh=False)],
    fails=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_ssh=True)],
)
