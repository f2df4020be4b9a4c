"""The kernel interfaces in /proc stay masked."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-proc-masked",
    title="The kernel interfaces in /proc stay masked",
    severity=Severity.MEDIUM,
    every=Container,
    must=Container.proc_mount.equals("Default"),
    because="An unmasked /proc lets a container read and change settings of the kernel that the node shares.",
    fix="Remove securityContext.procMount.",
    serves=("container-isolation",),
    also=(
        "KSV-0027",
        "AVD-KSV-0027",
        "KSV027",
        "kubernetes-no-custom-proc-mask",
    ),
    passes=[Container(proc_mount="Default")],
    fails=[Container(proc_mount="Unmasked")],
)
