"""Variables of functions hold no secrets."""

from bartizan.content.kinds.gcp.serverless import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-functions-no-secrets-in-environment",
    title="Variables of functions hold no secrets",
    severity=Severity.HIGH,
    every=Function,
    must=~Function.literal_secrets,
    because="Everyone who may view the function, its source or the state has the secret.",
    fix="Use secret_environment_variables.",
    serves=(
        "secrets-not-in-code",
        "secrets-management",
    ),
    passes=[Function(literal_secrets=False)],
    fails=[Function(literal_secrets=True)],
)
