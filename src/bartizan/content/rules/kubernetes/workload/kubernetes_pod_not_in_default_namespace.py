"""Workloads are not in the default namespace."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-not-in-default-namespace",
    title="Workloads are not in the default namespace",
    severity=Severity.LOW,
    every=Workload,
    must=Workload.names_namespace & ~Workload.namespace.equals("default"),
    because="What lies in the default namespace shares its quotas, policies and default account with "
    "everything else that nobody placed.",
    fix="Name a namespace of its own in metadata.namespace.",
    serves=("tenant-isolation",),
    also=(
        "CKV_K8S_21",
        "KSV-0110",
        "AVD-KSV-0110",
        "KSV110",
        "kubernetes-default-namespace-should-not-be-used",
    ),
    passes=[Workload(names_namespace=True, namespace="shop")],
    fails=[Workload(names_namespace=True, namespace="default"), Workload(names_namespace=False, namespace="default")],
)
