"""Firewalls stop traffic that is known to be bad."""

from bartizan.content.kinds.azure.network_gateway import FirewallPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-firewall-policy-denies-threats",
    title="Firewalls stop traffic that is known to be bad",
    severity=Severity.LOW,
    every=FirewallPolicy,
    must=FirewallPolicy.threats.equals("Deny") & (~FirewallPolicy.premium | FirewallPolicy.intrusions.equals("Deny")),
    because="Traffic with known attackers is let through, and at best somebody reads of it later.",
    fix="Set threat_intelligence_mode to Deny, and intrusion_detection.mode to Deny where the SKU is Premium.",
    serves=(
        "threat-detection",
        "restricted-ingress",
    ),
    also=(
        "CKV_AZURE_216",
        "CKV_AZURE_219",
        "CKV_AZURE_220",
    ),
    passes=[
        FirewallPolicy(premium=False, threats="Deny"),
        FirewallPolicy(premium=True, threats="Deny", intrusions="Deny"),
    ],
    fails=[
        FirewallPolicy(premium=False, threats="Alert"),
        FirewallPolicy(premium=True, threats="Deny", intrusions="Alert"),
    ],
)
