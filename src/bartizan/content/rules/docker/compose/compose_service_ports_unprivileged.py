"""Compose services take no privileged ports of the host but 80 and 443."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-ports-unprivileged",
    title="Compose services take no privileged ports of the host but 80 and 443",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.ports.has_only(80, 443)
    | ~ComposeService.ports.has_match("^[0-9]{1,3}$|^10[01][0-9]$|^102[0-3]$"),
    because="Ports below 1024 are those of services of the host.",
    fix="Publish a port above 1023.",
    serves=("configuration-baseline",),
    passes=[ComposeService(ports=frozenset({80})), ComposeService(ports=frozenset({8080}))],
    fails=[ComposeService(ports=frozenset({22}))],
)
