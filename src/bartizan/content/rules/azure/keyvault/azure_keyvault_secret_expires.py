"""Secrets expire."""

from bartizan.content.kinds.azure.keyvault_vault import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-secret-expires",
    title="Secrets expire",
    severity=Severity.LOW,
    every=Secret,
    must=Secret.expires,
    because="A password that never ends is still good for whoever found it years ago.",
    fix="Set expiration_date.",
    serves=("credential-rotation",),
    also=(
        "CKV_AZURE_41",
        "AZU-0017",
        "AVD-AZU-0017",
        "azure-keyvault-ensure-secret-expiry",
    ),
    passes=[Secret(expires=True)],
    fails=[Secret(expires=False)],
)
