"""No secret is set in the environment of an image."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-no-secrets",
    title="No secret is set in the environment of an image",
    severity=Severity.HIGH,
    every=Stage,
    must=~Stage.secret_environment,
    because="Everyone who can pull the image can read its environment, and every layer it ever had.",
    fix="Give the value when the container starts, from a secret store.",
    serves=("secrets-not-in-code",),
    also=(
        "DS-0031",
        "AVD-DS-0031",
        "DS031",
        "docker-do-not-pass-secrets",
    ),
    passes=[Stage(secret_environment=False)],
    fails=[Stage(secret_environment=True)],
)
