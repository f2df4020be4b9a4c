"""Front Door has a web application firewall."""

from bartizan.content.kinds.azure.network_gateway import FrontDoor
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-frontdoor-has-waf",
    title="Front Door has a web application firewall",
    severity=Severity.MEDIUM,
    every=FrontDoor,
    must=FrontDoor.has_waf,
    because="Known attacks on web applications get through to the service.",
    fix="Set web_application_firewall_policy_link_id in every frontend_endpoint.",
    serves=("waf",),
    also=("CKV_AZURE_121",),
    passes=[FrontDoor(has_waf=True)],
    fails=[FrontDoor(has_waf=False)],
)
