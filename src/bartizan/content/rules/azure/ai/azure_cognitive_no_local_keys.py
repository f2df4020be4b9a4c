"""AI services do not accept keys."""

from bartizan.content.kinds.azure.cognitive_account import CognitiveAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cognitive-no-local-keys",
    title="AI services do not accept keys",
    severity=Severity.MEDIUM,
    every=CognitiveAccount,
    must=~CognitiveAccount.local_keys,
    because="A key has no owner and stays good until somebody changes it; nobody can tell who used it.",
    fix="Set local_auth_enabled to false and give roles to identities.",
    serves=(
        "strong-authentication",
        "no-long-lived-credentials",
    ),
    also=("CKV_AZURE_236",),
    passes=[CognitiveAccount(local_keys=False)],
    fails=[CognitiveAccount(local_keys=True)],
)
