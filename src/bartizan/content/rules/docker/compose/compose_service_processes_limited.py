"""Compose services have a limit of processes."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-processes-limited",
    title="Compose services have a limit of processes",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.processes.is_set(),
    because="One container that forks without end takes the host down.",
    fix="Set pids_limit or deploy.resources.limits.pids.",
    serves=("resource-limits",),
    passes=[ComposeService(processes="1")],
    fails=[ComposeService(processes=None)],
)
