"""Compose services are checked for health."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-health-checked",
    title="Compose services are checked for health",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.health_checked,
    because="A container that hangs is taken for healthy.",
    fix="Add healthcheck.",
    serves=("health-checking",),
    passes=[ComposeService(health_checked=True)],
    fails=[ComposeService(health_checked=False)],
)
