"""Containers are not privileged."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-privileged-container",
    title="Containers are not privileged",
    severity=Severity.CRITICAL,
    every=Container,
    must=~Container.privileged,
    because="A privileged container sees the devices of its node and may do what root there may: whoever "
    "breaks into it owns the node and every pod on it.",
    fix="Remove securityContext.privileged, and add the single capabilities that are really needed.",
    serves=("no-privileged-containers",),
    also=(
        "CKV_K8S_16",
        "CKV_K8S_2",
        "KSV-0017",
        "AVD-KSV-0017",
        "KSV017",
        "kubernetes-no-privileged-containers",
    ),
    passes=[Container(privileged=False)],
    fails=[Container(privileged=True)],
)
