"""Mounts are not shared back to the host."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-mounts-not-shared",
    title="Mounts are not shared back to the host",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.shared_mounts,
    because="What the container mounts appears on the host.",
    fix="Remove propagation: shared.",
    serves=("container-isolation",),
    passes=[ComposeService(shared_mounts=False)],
    fails=[ComposeService(shared_mounts=True)],
)
