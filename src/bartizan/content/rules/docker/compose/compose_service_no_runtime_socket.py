"""Compose services do not mount the socket of the runtime."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-no-runtime-socket",
    title="Compose services do not mount the socket of the runtime",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.mounts.has_match(r"(docker|containerd|crio|podman)(/.*)?\.sock$|^/(var/)?run/?$|^/$"),
    because="Whoever can speak to the runtime can start a privileged container, and so owns the host.",
    fix="Remove the mount.",
    serves=(
        "runtime-daemon-protection",
        "container-isolation",
    ),
    passes=[ComposeService(mounts=frozenset({"./data"}))],
    fails=[ComposeService(mounts=frozenset({"/var/run/docker.sock"}))],
)
