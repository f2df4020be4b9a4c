"""Compose services are not started again without end."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-restarts-limited",
    title="Compose services are not started again without end",
    severity=Severity.LOW,
    every=ComposeService,
    must=~ComposeService.restart.one_of("always", "unless-stopped"),
    because="A container that fails at once, or is made to, takes the host with it.",
    fix="Set restart to on-failure:5.",
    serves=("resource-limits",),
    passes=[ComposeService(restart=None), ComposeService(restart="on-failure:5")],
    fails=[ComposeService(restart="always")],
)
