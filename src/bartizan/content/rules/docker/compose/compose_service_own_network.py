"""Compose services do not share the default bridge."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-network",
    title="Compose services do not share the default bridge",
    severity=Severity.LOW,
    every=ComposeService,
    must=~ComposeService.default_bridge,
    because="Containers of every project on the default bridge reach each other.",
    fix="Remove network_mode: bridge; Compose makes a network for the project.",
    serves=("network-segmentation",),
    passes=[ComposeService(default_bridge=False)],
    fails=[ComposeService(default_bridge=True)],
)
