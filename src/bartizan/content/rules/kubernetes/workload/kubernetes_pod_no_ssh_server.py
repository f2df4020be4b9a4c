"""No container listens for SSH."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-ssh-server",
    title="No container listens for SSH",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.ports.has(22),
    because="A remote shell in a container is a way in that no audit log of the cluster sees.",
    fix="Remove the SSH server and its port; use kubectl exec, which is authorised and logged.",
    serves=("no-remote-shell",),
    passes=[Container(ports=frozenset({8080}))],
    fails=[Container(ports=frozenset({22}))],
)
