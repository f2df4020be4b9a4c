"""Containers have a CPU limit."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-cpu-limited",
    title="Containers have a CPU limit",
    severity=Severity.LOW,
    every=Container,
    must=Container.cpu_limit.is_set(),
    because="A container that is busy, or mines for somebody, slows every other one on its node.",
    fix="Set resources.limits.cpu.",
    serves=("resource-limits",),
    also=(
        "CKV_K8S_11",
        "KSV-0011",
        "AVD-KSV-0011",
        "KSV011",
        "kubernetes-limit-cpu",
    ),
    passes=[Container(cpu_limit="1")],
    fails=[Container(cpu_limit=None)],
)
