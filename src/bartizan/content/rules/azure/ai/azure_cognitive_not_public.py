"""AI services refuse networks that are not named."""

from bartizan.content.kinds.azure.cognitive_account import CognitiveAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cognitive-not-public",
    title="AI services refuse networks that are not named",
    severity=Severity.MEDIUM,
    every=CognitiveAccount,
    must=~CognitiveAccount.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false, or network_acls.default_action to Deny.",
    serves=(
        "no-public-service",
        "ai-data-protection",
    ),
    also=("CKV_AZURE_134",),
    passes=[CognitiveAccount(public=False)],
    fails=[CognitiveAccount(public=True)],
)
