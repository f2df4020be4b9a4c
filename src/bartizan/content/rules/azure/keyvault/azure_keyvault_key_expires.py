"""Keys expire."""

from bartizan.content.kinds.azure.keyvault_vault import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-key-expires",
    title="Keys expire",
    severity=Severity.MEDIUM,
    every=Key,
    must=Key.expires,
    because="A key that is never replaced protects all data at once, and is worth more to whoever steals it.",
    fix="Set expiration_date, or expire_after in rotation_policy.",
    serves=("key-rotation",),
    also=(
        "CKV_AZURE_40",
        "AZU-0014",
        "AVD-AZU-0014",
        "azure-keyvault-ensure-key-expiry",
    ),
    passes=[Key(expires=True)],
    fails=[Key(expires=False)],
)
