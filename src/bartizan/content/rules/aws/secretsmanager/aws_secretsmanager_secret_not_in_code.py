"""Values of secrets are not written in code."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-not-in-code",
    title="Values of secrets are not written in code",
    severity=Severity.HIGH,
    every=Secret,
    must=~Secret.written,
    because=(
        "Everyone who can read the repository, its history or the state of a deployment has the secret, and so does "
        "who steals a laptop."
    ),
    fix=(
        "Generate the value (random_password, GenerateSecretString) or put it in by hand, and rotate the one that was "
        "written down."
    ),
    serves=("secrets-not-in-code",),
    passes=[
        Secret(written=False),
    ],
    fails=[
        Secret(written=True),
    ],
)
