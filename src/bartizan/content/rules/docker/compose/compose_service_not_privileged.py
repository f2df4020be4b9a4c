"""Compose services are not privileged."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-not-privileged",
    title="Compose services are not privileged",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.privileged,
    because="A privileged container may do what root on the host may.",
    fix="Remove privileged, and add the single capabilities that are needed.",
    serves=("no-privileged-containers",),
    passes=[ComposeService(privileged=False)],
    fails=[ComposeService(privileged=True)],
)
