"""Services do not open ports of the nodes."""

from bartizan.content.kinds.kubernetes.service import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-no-node-port",
    title="Services do not open ports of the nodes",
    severity=Severity.LOW,
    every=Service,
    must=~Service.type.equals("NodePort"),
    because="A node port is open on every node, to everyone who reaches one.",
    fix="Use ClusterIP behind an ingress or a load balancer.",
    serves=(
        "no-public-service",
        "restricted-ingress",
    ),
    passes=[Service(type="ClusterIP")],
    fails=[Service(type="NodePort")],
)
