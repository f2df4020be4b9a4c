"""API Management speaks TLS 1.2 or later only."""

from bartizan.content.kinds.azure.integration import ApiManagement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-apim-strong-tls",
    title="API Management speaks TLS 1.2 or later only",
    severity=Severity.MEDIUM,
    every=ApiManagement,
    must=~ApiManagement.old_protocols,
    because="Older versions of TLS can be broken by who listens in.",
    fix="Remove what switches on SSL 3.0, TLS 1.0 and TLS 1.1 in security.",
    serves=(
        "strong-tls",
        "encryption-in-transit",
    ),
    also=(
        "CKV_AZURE_152",
        "CKV_AZURE_173",
        "CKV_AZURE_215",
    ),
    passes=[ApiManagement(old_protocols=False)],
    fails=[ApiManagement(old_protocols=True)],
)
