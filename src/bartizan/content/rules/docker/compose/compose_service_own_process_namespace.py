"""Compose services do not see the processes of the host."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-process-namespace",
    title="Compose services do not see the processes of the host",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.host_pid,
    because="The container can read the environment of every process, and stop them.",
    fix="Remove pid: host.",
    serves=("container-isolation",),
    passes=[ComposeService(host_pid=False)],
    fails=[ComposeService(host_pid=True)],
)
