"""Application gateways have a web application firewall."""

from bartizan.content.kinds.azure.network_gateway import ApplicationGateway
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-application-gateway-has-waf",
    title="Application gateways have a web application firewall",
    severity=Severity.MEDIUM,
    every=ApplicationGateway,
    must=ApplicationGateway.has_waf,
    because="Known attacks on web applications get through to the service.",
    fix="Set firewall_policy_id, or waf_configuration.enabled.",
    serves=("waf",),
    also=("CKV_AZURE_120",),
    passes=[ApplicationGateway(has_waf=True)],
    fails=[ApplicationGateway(has_waf=False)],
)
