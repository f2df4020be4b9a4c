"""System call filtering is not switched off."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-seccomp-not-off",
    title="System call filtering is not switched off",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.seccomp.equals("Unconfined"),
    because="Without a filter every system call of the kernel is open to whoever breaks into the container, "
    "and with it the faults in them.",
    fix="Set seccompProfile.type to RuntimeDefault.",
    serves=("syscall-filtering",),
    also=(
        "KSV-0104",
        "AVD-KSV-0104",
        "KSV104",
        "kubernetes-no-seccomp-unconfined",
    ),
    passes=[Container(seccomp="RuntimeDefault"), Container(seccomp=None)],
    fails=[Container(seccomp="Unconfined")],
)
