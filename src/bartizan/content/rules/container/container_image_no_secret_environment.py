"""Container images have no secret in their environment."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-no-secret-environment",
    title="Container images have no secret in their environment",
    severity=Severity.HIGH,
    every=Image,
    must=Image.secret_environment.empty(),
    because="Everyone who can pull the image reads its environment in the configuration, without running it.",
    fix="Remove the variable, replace the secret, and give the new one when the container starts.",
    serves=("secrets-not-in-code",),
    passes=[Image(secret_environment=frozenset())],
    fails=[Image(secret_environment=frozenset({"DB_PASSWORD"}))],
)
