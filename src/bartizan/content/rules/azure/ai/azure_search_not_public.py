"""Search services refuse networks that are not named."""

from bartizan.content.kinds.azure.search_service import SearchService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-search-not-public",
    title="Search services refuse networks that are not named",
    severity=Severity.MEDIUM,
    every=SearchService,
    must=~SearchService.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false, or name addresses in allowed_ips.",
    serves=(
        "no-public-service",
        "no-public-data",
    ),
    also=(
        "CKV_AZURE_124",
        "CKV_AZURE_210",
    ),
    passes=[SearchService(public=False)],
    fails=[SearchService(public=True)],
)
