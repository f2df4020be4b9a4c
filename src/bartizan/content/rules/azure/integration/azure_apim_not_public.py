"""API Management is not open to the Internet."""

from bartizan.content.kinds.azure.integration import ApiManagement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-apim-not-public",
    title="API Management is not open to the Internet",
    severity=Severity.MEDIUM,
    every=ApiManagement,
    must=~ApiManagement.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false, or virtual_network_type to Internal.",
    serves=(
        "no-public-service",
        "network-segmentation",
    ),
    also=(
        "CKV_AZURE_107",
        "CKV_AZURE_174",
    ),
    passes=[ApiManagement(public=False)],
    fails=[ApiManagement(public=True)],
)
