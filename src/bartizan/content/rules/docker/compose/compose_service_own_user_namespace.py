"""Compose services do not opt out of user namespaces."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-user-namespace",
    title="Compose services do not opt out of user namespaces",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.host_users,
    because="Root in the container is then root on the host.",
    fix="Remove userns_mode: host.",
    serves=("container-isolation",),
    passes=[ComposeService(host_users=False)],
    fails=[ComposeService(host_users=True)],
)
