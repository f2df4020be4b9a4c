"""Containers have a memory limit."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-memory-limited",
    title="Containers have a memory limit",
    severity=Severity.LOW,
    every=Container,
    must=Container.memory_limit.is_set(),
    because="One container that leaks or is made to allocate can take the memory of its node, and every other"
    " pod on it dies.",
    fix="Set resources.limits.memory.",
    serves=("resource-limits",),
    also=(
        "CKV_K8S_13",
        "KSV-0018",
        "AVD-KSV-0018",
        "KSV018",
        "kubernetes-limit-memory",
    ),
    passes=[Container(memory_limit="64Mi")],
    fails=[Container(memory_limit=None)],
)
