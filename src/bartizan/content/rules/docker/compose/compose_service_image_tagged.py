"""Images of Compose services have a tag other than latest."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-image-tagged",
    title="Images of Compose services have a tag other than latest",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=ComposeService.image_tagged,
    because="What latest means changes without a change to the file.",
    fix="Name a version, or better a digest.",
    serves=("supply-chain-pinning",),
    passes=[ComposeService(image_tagged=True)],
    fails=[ComposeService(image_tagged=False)],
)
