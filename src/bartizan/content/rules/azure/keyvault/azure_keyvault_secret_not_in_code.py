"""Values of secrets are not written in code."""

from bartizan.content.kinds.azure.keyvault_vault import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-secret-not-in-code",
    title="Values of secrets are not written in code",
    severity=Severity.HIGH,
    every=Secret,
    must=~Secret.literal,
    because="Whoever can read the repository or the state has the secret.",
    fix="Make the value with random_password, use value_wo with an ephemeral value, or set it outside of Terraform.",
    serves=("secrets-not-in-code",),
    passes=[Secret(literal=False)],
    fails=[Secret(literal=True)],
)
