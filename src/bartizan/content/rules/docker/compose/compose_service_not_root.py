"""Compose services do not ask to run as root."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-not-root",
    title="Compose services do not ask to run as root",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.user.matches("^(root|0)(:|$)"),
    because="Root in the container is root on the host as soon as anything else fails.",
    fix="Set user to a number other than 0, or remove it.",
    serves=("non-root-execution",),
    passes=[ComposeService(user="10001"), ComposeService(user=None)],
    fails=[ComposeService(user="root")],
)
