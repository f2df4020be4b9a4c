"""Containers do not ask to run as root."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-user-not-zero",
    title="Containers do not ask to run as root",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.user.equals(0),
    because="A container that asks for user 0 runs as root whatever its image says.",
    fix="Set securityContext.runAsUser to a number other than 0.",
    serves=("non-root-execution",),
    also=(
        "KSV-0105",
        "AVD-KSV-0105",
        "KSV105",
        "kubernetes-containers-not-run-as-root",
    ),
    passes=[Container(user=10001), Container(user=None)],
    fails=[Container(user=0)],
)
