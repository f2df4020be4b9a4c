"""Web application firewalls stop attacks."""

from bartizan.content.kinds.azure.network_gateway import WafPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-waf-policy-acts",
    title="Web application firewalls stop attacks",
    severity=Severity.MEDIUM,
    every=WafPolicy,
    must=WafPolicy.enabled & WafPolicy.prevents,
    because="A firewall that is off, or only logs, lets every attack through.",
    fix="Set enabled to true and mode to Prevention.",
    serves=("waf",),
    also=(
        "CKV_AZURE_122",
        "CKV_AZURE_123",
    ),
    passes=[WafPolicy(enabled=True, prevents=True)],
    fails=[WafPolicy(enabled=True, prevents=False), WafPolicy(enabled=False, prevents=True)],
)
