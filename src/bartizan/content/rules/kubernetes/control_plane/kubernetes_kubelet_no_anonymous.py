"""Kubelets let in nobody without credentials."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-no-anonymous",
    title="Kubelets let in nobody without credentials",
    severity=Severity.CRITICAL,
    every=Kubelet,
    must=~Kubelet.anonymous,
    because="Whoever reaches the node may list its pods and run commands in them.",
    fix="Set authentication.anonymous.enabled to false.",
    serves=(
        "node-hardening",
        "no-anonymous-access",
    ),
    also=(
        "CKV_K8S_138",
        "KCV-0079",
        "AVD-KCV-0079",
        "KCV0079",
        "kubernetes-disable-anonymous-requests-kubelet-server.",
        "kubernetes-disable-anonymous-requests-kubelet-server",
    ),
    passes=[Kubelet(anonymous=False)],
    fails=[Kubelet(anonymous=True)],
)
