"""The root file systems of Compose services are read-only."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-root-filesystem-read-only",
    title="The root file systems of Compose services are read-only",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.read_only,
    because="An attacker can keep tools there and change the program.",
    fix="Set read_only: true, with tmpfs where the program writes.",
    serves=("immutable-runtime",),
    passes=[ComposeService(read_only=True)],
    fails=[ComposeService(read_only=False)],
)
