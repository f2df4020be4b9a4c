"""No secret is handed to a build as an argument."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-no-secret-arguments",
    title="No secret is handed to a build as an argument",
    severity=Severity.MEDIUM,
    every=Stage,
    must=~Stage.secret_arguments,
    because="Arguments are kept in the history of the image.",
    fix="Use RUN --mount=type=secret.",
    serves=(
        "secrets-not-in-code",
        "secrets-management",
    ),
    also=(
        "DS-0031",
        "AVD-DS-0031",
        "DS031",
        "docker-do-not-pass-secrets",
    ),
    passes=[Stage(secret_arguments=False)],
    fails=[Stage(secret_arguments=True)],
)
