"""Values of secrets are not written in code."""

from bartizan.content.kinds.gcp.secretmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-secret-not-in-code",
    title="Values of secrets are not written in code",
    severity=Severity.HIGH,
    every=Secret,
    must=~Secret.literal,
    because="Whoever can read the repository or the state has the secret.",
    fix="Write the version outside of Terraform, or use secret_data_wo with an ephemeral value.",
    serves=("secrets-not-in-code",),
    passes=[Secret(literal=False)],
    fails=[Secret(literal=True)],
)
