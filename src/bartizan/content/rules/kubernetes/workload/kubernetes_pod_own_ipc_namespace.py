"""Pods do not share memory with their node."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-own-ipc-namespace",
    title="Pods do not share memory with their node",
    severity=Severity.HIGH,
    every=Workload,
    must=~Workload.host_ipc,
    because="With hostIPC a container can read and change the shared memory of processes on the node.",
    fix="Remove hostIPC from the pod specification.",
    serves=("container-isolation",),
    also=(
        "CKV_K8S_18",
        "CKV_K8S_3",
        "KSV-0008",
        "AVD-KSV-0008",
        "KSV008",
        "kubernetes-no-shared-ipc-namespace",
    ),
    passes=[Workload(host_ipc=False)],
    fails=[Workload(host_ipc=True)],
)
