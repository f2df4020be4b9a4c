"""Web servers are behind a gateway."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-no-open-http",
    title="Web servers are behind a gateway",
    severity=Severity.LOW,
    every=SecurityRule,
    where=SecurityRule.inbound & SecurityRule.allows & ~SecurityRule.all_ports,
    must=~SecurityRule.opens_http,
    because="Requests reach the machine without a firewall for web applications before it.",
    fix="Let in the subnet of the gateway, or its service tag, in source_address_prefix.",
    serves=("restricted-ingress",),
    also=("CKV_AZURE_160",),
    passes=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_http=False)],
    fails=[SecurityRule(inbound=True, allows=True, all_ports=False, opens_http=True)],
)
