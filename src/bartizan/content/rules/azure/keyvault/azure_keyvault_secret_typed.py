"""Secrets say what they are."""

from bartizan.content.kinds.azure.keyvault_vault import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-secret-typed",
    title="Secrets say what they are",
    severity=Severity.LOW,
    every=Secret,
    must=Secret.typed,
    because="Nobody dares to replace or delete a secret of which nobody knows what it is for.",
    fix="Set content_type.",
    serves=("asset-inventory",),
    also=(
        "CKV_AZURE_114",
        "AZU-0015",
        "AVD-AZU-0015",
        "azure-keyvault-content-type-for-secret",
    ),
    passes=[Secret(typed=True)],
    fails=[Secret(typed=False)],
)
