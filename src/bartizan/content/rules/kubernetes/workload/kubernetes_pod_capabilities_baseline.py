"""Containers add no dangerous capabilities."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-capabilities-baseline",
    title="Containers add no dangerous capabilities",
    severity=Severity.HIGH,
    every=Container,
    must=Container.adds.has_only(
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ),
    because="Capabilities such as SYS_ADMIN, SYS_PTRACE or NET_ADMIN are most of what root is, and enough to "
    "leave the container.",
    fix="Take the capability out of securityContext.capabilities.add.",
    serves=("minimal-capabilities",),
    also=(
        "CKV_K8S_24",
        "CKV_K8S_25",
        "CKV_K8S_39",
        "KSV-0022",
        "AVD-KSV-0022",
        "KSV022",
        "kubernetes-no-non-default-capabilities",
        "KSV-0005",
        "AVD-KSV-0005",
        "KSV005",
        "kubernetes-no-sysadmin-capability",
        "KSV-0120",
        "AVD-KSV-0120",
        "KSV120",
        "kubernetes-no-sysmodule-capability",
    ),
    passes=[Container(adds=frozenset()), Container(adds=frozenset({"CHOWN"}))],
    fails=[Container(adds=frozenset({"SYS_ADMIN"}))],
)
