"""No secret is written into the environment of a Compose service."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-no-secrets-in-environment",
    title="No secret is written into the environment of a Compose service",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.literal_secrets,
    because="Whoever can read the repository has the secret.",
    fix="Use ${NAME} from outside, or secrets.",
    serves=(
        "secrets-not-in-code",
        "secrets-management",
    ),
    passes=[ComposeService(literal_secrets=False)],
    fails=[ComposeService(literal_secrets=True)],
)
