"""Containers keep to the SELinux types made for them."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-selinux-limited",
    title="Containers keep to the SELinux types made for them",
    severity=Severity.MEDIUM,
    every=Container,
    must=(
        ~Container.selinux_type.is_set()
        | Container.selinux_type.one_of("container_t", "container_init_t", "container_kvm_t", "container_engine_t")
    )
    & ~Container.selinux_identity,
    because="Another type, user or role can lift what keeps the container from the files of its node.",
    fix="Remove seLinuxOptions, or set only a type made for containers.",
    serves=("syscall-filtering",),
    also=(
        "KSV-0025",
        "AVD-KSV-0025",
        "KSV025",
        "kubernetes-no-custom-selinux-options",
    ),
    passes=[
        Container(selinux_type=None, selinux_identity=False),
        Container(selinux_type="container_t", selinux_identity=False),
    ],
    fails=[
        Container(selinux_type="spc_t", selinux_identity=False),
        Container(selinux_type=None, selinux_identity=True),
    ],
)
