"""Workloads are not placed on the control plane."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-node-placement-on-control-plane",
    title="Workloads are not placed on the control plane",
    severity=Severity.LOW,
    every=Workload,
    must=~Workload.tolerates_control_plane,
    because="From a node of the control plane a container that breaks out reaches the cluster's keys and its store.",
    fix="Remove the toleration for node-role.kubernetes.io/control-plane, or the one for everything.",
    serves=(
        "node-hardening",
        "tenant-isolation",
    ),
    passes=[Workload(tolerates_control_plane=False)],
    fails=[Workload(tolerates_control_plane=True)],
)
