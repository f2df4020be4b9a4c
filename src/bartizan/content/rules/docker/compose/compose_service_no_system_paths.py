"""Compose services do not mount directories of the system."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-no-system-paths",
    title="Compose services do not mount directories of the system",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.mounts.has_match(r"^/(boot|dev|etc|lib|lib64|proc|root|sys|usr|var/lib/docker)?/?$"),
    because="The container can read the secrets of the host and change what root will run.",
    fix="Mount a directory made for the purpose.",
    serves=("container-isolation",),
    passes=[ComposeService(mounts=frozenset({"./data"}))],
    fails=[ComposeService(mounts=frozenset({"/etc"}))],
)
