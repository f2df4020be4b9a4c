"""Pods do not mount directories of their node."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-host-path",
    title="Pods do not mount directories of their node",
    severity=Severity.HIGH,
    every=Workload,
    must=Workload.host_paths.empty(),
    because="A directory of the node gives a container its files: credentials of the kubelet, logs of other "
    "pods, or a way to plant what root will run.",
    fix="Replace hostPath volumes by persistent volume claims, configMap, secret or emptyDir volumes.",
    serves=("container-isolation",),
    also=(
        "KSV-0023",
        "AVD-KSV-0023",
        "KSV023",
        "kubernetes-no-mounted-hostpath",
        "KSV-0121",
        "AVD-KSV-0121",
        "KSV121",
        "kubernetes-no-k8s-with-disallowed-volumes",
    ),
    passes=[Workload(host_paths=frozenset())],
    fails=[Workload(host_paths=frozenset({"/var/log"}))],
)
