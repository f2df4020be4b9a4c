"""Not everything may go out to everywhere."""

from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-egress-limited",
    title="Not everything may go out to everywhere",
    severity=Severity.LOW,
    every=SecurityRule,
    where=~SecurityRule.inbound & SecurityRule.allows,
    must=~SecurityRule.to_anywhere,
    because="Whoever breaks in fetches tools and sends data out without hindrance.",
    fix="Name ports and destinations in outbound rules.",
    serves=("restricted-egress",),
    also=(
        "AZU-0051",
        "AVD-AZU-0051",
        "azure-network-no-public-egress",
    ),
    passes=[SecurityRule(inbound=False, allows=True, to_anywhere=False)],
    fails=[SecurityRule(inbound=False, allows=True, to_anywhere=True)],
)
