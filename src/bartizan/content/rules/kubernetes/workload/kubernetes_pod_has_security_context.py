"""Pods or containers have a security context."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-has-security-context",
    title="Pods or containers have a security context",
    severity=Severity.LOW,
    every=Container,
    must=Container.secures | Container.workload.any(Workload.secures_pod),
    because="Without one all that Kubernetes leaves open for compatibility stays open: root, every default "
    "capability, escalation.",
    fix="Set securityContext in the pod, and in its containers.",
    serves=(
        "container-isolation",
        "configuration-baseline",
    ),
    also=(
        "CKV_K8S_29",
        "CKV_K8S_30",
        "KSV-0118",
        "AVD-KSV-0118",
        "KSV118",
        "kubernetes-no-default-security-context",
    ),
    passes=[
        Container(secures=True),
        (Container(secures=False, workload=frozenset({"w"})), Workload("w", secures_pod=True)),
    ],
    fails=[(Container(secures=False, workload=frozenset({"w"})), Workload("w", secures_pod=False))],
)
