"""Pods do not see the processes of their node."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-own-process-namespace",
    title="Pods do not see the processes of their node",
    severity=Severity.HIGH,
    every=Workload,
    must=~Workload.host_pid,
    because="With hostPID a container can look into every process of the node, read secrets from their "
    "environment, and signal or trace them.",
    fix="Remove hostPID from the pod specification.",
    serves=("container-isolation",),
    also=(
        "CKV_K8S_17",
        "CKV_K8S_1",
        "KSV-0010",
        "AVD-KSV-0010",
        "KSV010",
        "kubernetes-no-host-pid",
    ),
    passes=[Workload(host_pid=False)],
    fails=[Workload(host_pid=True)],
)
