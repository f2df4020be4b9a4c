"""Pods change only safe kernel settings."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-sysctls-safe",
    title="Pods change only safe kernel settings",
    severity=Severity.MEDIUM,
    every=Workload,
    must=Workload.sysctls.has_only(
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range",
        "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
    ),
    because="Kernel settings that are not confined to a pod weaken or break every other pod on the node.",
    fix="Remove the setting from securityContext.sysctls.",
    serves=(
        "container-isolation",
        "node-hardening",
    ),
    also=(
        "KSV-0026",
        "AVD-KSV-0026",
        "KSV026",
        "kubernetes-no-unsafe-sysctl",
    ),
    passes=[Workload(sysctls=frozenset()), Workload(sysctls=frozenset({"net.ipv4.tcp_syncookies"}))],
    fails=[Workload(sysctls=frozenset({"kernel.msgmax"}))],
)
