"""System calls of containers are filtered."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-seccomp-on",
    title="System calls of containers are filtered",
    severity=Severity.LOW,
    every=Container,
    must=Container.seccomp.one_of("RuntimeDefault", "Localhost"),
    because="Without a filter every system call of the kernel is open to whoever breaks into the container, "
    "and with it the faults in them.",
    fix="Set securityContext.seccompProfile.type to RuntimeDefault in the pod.",
    serves=("syscall-filtering",),
    also=(
        "CKV_K8S_31",
        "CKV_K8S_32",
        "KSV-0030",
        "AVD-KSV-0030",
        "KSV030",
        "kubernetes-use-default-seccomp",
    ),
    passes=[Container(seccomp="RuntimeDefault")],
    fails=[Container(seccomp=None)],
)
