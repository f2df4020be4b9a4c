"""Containers take no port of their node."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-host-port",
    title="Containers take no port of their node",
    severity=Severity.MEDIUM,
    every=Container,
    must=Container.host_ports.empty(),
    because="A host port opens the container to everyone who reaches the node, past Services and most network"
    " policies.",
    fix="Remove hostPort; use a Service.",
    serves=(
        "container-isolation",
        "network-segmentation",
    ),
    also=(
        "CKV_K8S_26",
        "KSV-0024",
        "AVD-KSV-0024",
        "KSV024",
        "kubernetes-no-host-port-access",
    ),
    passes=[Container(host_ports=frozenset())],
    fails=[Container(host_ports=frozenset({80}))],
)
