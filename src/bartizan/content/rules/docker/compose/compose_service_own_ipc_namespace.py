"""Compose services do not share memory with the host."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-ipc-namespace",
    title="Compose services do not share memory with the host",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.host_ipc,
    because="The container can read and change shared memory of the host.",
    fix="Remove ipc: host.",
    serves=("container-isolation",),
    passes=[ComposeService(host_ipc=False)],
    fails=[ComposeService(host_ipc=True)],
)
