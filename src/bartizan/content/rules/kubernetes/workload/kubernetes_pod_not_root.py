"""Containers are kept from running as root."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-not-root",
    title="Containers are kept from running as root",
    severity=Severity.MEDIUM,
    every=Container,
    must=Container.non_root,
    because="Root in a container is root on the node as soon as anything else fails: a mounted path, a fault "
    "of the kernel or the runtime.",
    fix="Set securityContext.runAsNonRoot to true in the pod, and use an image with a user other than root.",
    serves=("non-root-execution",),
    also=(
        "CKV_K8S_6",
        "CKV_K8S_23",
        "KSV-0012",
        "AVD-KSV-0012",
        "KSV012",
        "kubernetes-no-root",
    ),
    passes=[Container(non_root=True)],
    fails=[Container(non_root=False)],
)
