"""Workloads of users are not in a system namespace."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-not-in-system-namespace",
    title="Workloads of users are not in a system namespace",
    severity=Severity.MEDIUM,
    every=Workload,
    must=~Workload.namespace.one_of("kube-system", "kube-public", "kube-node-lease"),
    because="Pods in kube-system are trusted by many admission policies, and often escape network policies and quotas.",
    fix="Give the workload a namespace of its own.",
    serves=("tenant-isolation",),
    also=(
        "KSV-0037",
        "AVD-KSV-0037",
        "KSV037",
        "kubernetes-no-user-resources-in-system-namespace",
    ),
    passes=[Workload(namespace="shop")],
    fails=[Workload(namespace="kube-system")],
)
