"""Compose services have a memory limit."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-memory-limited",
    title="Compose services have a memory limit",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.memory.is_set(),
    because="One container can take all memory of the host.",
    fix="Set mem_limit or deploy.resources.limits.memory.",
    serves=("resource-limits",),
    passes=[ComposeService(memory="1")],
    fails=[ComposeService(memory=None)],
)
