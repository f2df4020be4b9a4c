"""Containers say how much CPU and memory they need."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-resources-requested",
    title="Containers say how much CPU and memory they need",
    severity=Severity.LOW,
    every=Container,
    must=Container.cpu_request.is_set() & Container.memory_request.is_set(),
    because="Without requests the scheduler crowds a node until its pods are evicted or starve.",
    fix="Set resources.requests.cpu and resources.requests.memory.",
    serves=("resource-limits",),
    also=(
        "CKV_K8S_10",
        "CKV_K8S_12",
        "KSV-0015",
        "AVD-KSV-0015",
        "KSV015",
        "kubernetes-no-unspecified-cpu-requests",
        "KSV-0016",
        "AVD-KSV-0016",
        "KSV016",
        "kubernetes-no-unspecified-memory-requests",
    ),
    passes=[Container(cpu_request="100m", memory_request="64Mi")],
    fails=[Container(cpu_request=None, memory_request="64Mi")],
)
