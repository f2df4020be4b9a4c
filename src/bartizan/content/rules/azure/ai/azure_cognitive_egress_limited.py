"""OpenAI accounts call only certain hosts."""

from bartizan.content.kinds.azure.cognitive_account import CognitiveAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-cognitive-egress-limited",
    title="OpenAI accounts call only certain hosts",
    severity=Severity.MEDIUM,
    every=CognitiveAccount,
    where=CognitiveAccount.variety.one_of("OpenAI", "AIServices"),
    must=CognitiveAccount.egress_limited,
    because="A prompt can make the service fetch from, and so send data to, any host.",
    fix="Set outbound_network_access_restricted to true and name hosts in fqdns.",
    serves=(
        "restricted-egress",
        "ai-data-protection",
    ),
    also=("CKV_AZURE_247",),
    passes=[CognitiveAccount(variety="OpenAI", egress_limited=True)],
    fails=[CognitiveAccount(variety="OpenAI", egress_limited=False)],
)
