"""Compose services have a network of their own."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-own-network-namespace",
    title="Compose services have a network of their own",
    severity=Severity.HIGH,
    every=ComposeService,
    must=~ComposeService.host_network,
    because="The container reaches what listens on the loopback of the host, and takes any port.",
    fix="Remove network_mode: host.",
    serves=(
        "container-isolation",
        "network-segmentation",
    ),
    passes=[ComposeService(host_network=False)],
    fails=[ComposeService(host_network=True)],
)
