"""Pods do not use the network of their node."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-own-network-namespace",
    title="Pods do not use the network of their node",
    severity=Severity.HIGH,
    every=Workload,
    must=~Workload.host_network,
    because="With hostNetwork a container reaches the services bound to the loopback of the node and its "
    "instance metadata, and no network policy holds it.",
    fix="Remove hostNetwork from the pod specification; expose ports through a Service.",
    serves=(
        "container-isolation",
        "network-segmentation",
    ),
    also=(
        "CKV_K8S_19",
        "CKV_K8S_4",
        "KSV-0009",
        "AVD-KSV-0009",
        "KSV009",
        "kubernetes-no-host-network",
    ),
    passes=[Workload(host_network=False)],
    fails=[Workload(host_network=True)],
)
