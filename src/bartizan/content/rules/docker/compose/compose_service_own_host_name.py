"""Compose services have a host name of their own."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-host-name",
    title="Compose services have a host name of their own",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.host_uts,
    because="The container can change the name of the host.",
    fix="Remove uts: host.",
    serves=("container-isolation",),
    passes=[ComposeService(host_uts=False)],
    fails=[ComposeService(host_uts=True)],
)
