"""Kubelets have no port that everyone may read."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-read-only-port-off",
    title="Kubelets have no port that everyone may read",
    severity=Severity.HIGH,
    every=Kubelet,
    must=Kubelet.read_only_port.equals(0),
    because="The port tells everyone who reaches the node what runs there, environment included.",
    fix="Set readOnlyPort to 0.",
    serves=(
        "node-hardening",
        "no-anonymous-access",
    ),
    also=(
        "CKV_K8S_141",
        "KCV-0082",
        "AVD-KCV-0082",
        "KCV0082",
        "kubernetes-verify-read-only-port-argument-set-0",
    ),
    passes=[Kubelet(read_only_port=0)],
    fails=[Kubelet(read_only_port=10255)],
)
