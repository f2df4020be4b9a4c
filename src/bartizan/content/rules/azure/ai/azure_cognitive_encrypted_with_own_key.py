"""AI services are encrypted with a key of your own."""

from bartizan.content.kinds.azure.cognitive_account import CognitiveAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cognitive-encrypted-with-own-key",
    title="AI services are encrypted with a key of your own",
    severity=Severity.LOW,
    every=CognitiveAccount,
    must=CognitiveAccount.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Add customer_managed_key.",
    serves=(
        "customer-managed-keys",
        "ai-data-protection",
    ),
    also=("CKV2_AZURE_22",),
    passes=[CognitiveAccount(own_key=True)],
    fails=[CognitiveAccount(own_key=False)],
)
