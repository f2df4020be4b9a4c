"""Compose services have a CPU limit."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-cpu-limited",
    title="Compose services have a CPU limit",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.cpus.is_set(),
    because="One container can slow everything on the host.",
    fix="Set cpus or deploy.resources.limits.cpus.",
    serves=("resource-limits",),
    passes=[ComposeService(cpus="1")],
    fails=[ComposeService(cpus=None)],
)
