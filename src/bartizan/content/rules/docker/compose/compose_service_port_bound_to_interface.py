"""Published ports name an address of the host."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-port-bound-to-interface",
    title="Published ports name an address of the host",
    severity=Severity.LOW,
    every=ComposeService,
    must=~ComposeService.open_ports,
    because="A port that is published without an address is open on every network of the host, past its firewall.",
    fix="Write 127.0.0.1:8080:80.",
    serves=(
        "no-public-service",
        "restricted-ingress",
    ),
    passes=[ComposeService(open_ports=False)],
    fails=[ComposeService(open_ports=True)],
)
