"""Container images have no secret in their history."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-no-secret-history",
    title="Container images have no secret in their history",
    severity=Severity.HIGH,
    every=Image,
    must=~Image.secret_history,
    because="Build arguments and commands stay in the history, which everyone who can pull the image can read.",
    fix="Replace the secret, and give it to the build with RUN --mount=type=secret.",
    serves=("secrets-not-in-code",),
    passes=[Image(secret_history=False)],
    fails=[Image(secret_history=True)],
)
