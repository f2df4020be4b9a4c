"""Kubelets ask the API server who may do what."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-authorises",
    title="Kubelets ask the API server who may do what",
    severity=Severity.CRITICAL,
    every=Kubelet,
    must=~Kubelet.authorization.equals("AlwaysAllow"),
    because="Every caller with any credential may run commands in every pod of the node.",
    fix="Set authorization.mode to Webhook.",
    serves=(
        "node-hardening",
        "least-privilege",
    ),
    also=(
        "CKV_K8S_139",
        "KCV-0080",
        "AVD-KCV-0080",
        "KCV0080",
        "kubernetes-ensure-authorization-mode-argument-set-alwaysallow",
    ),
    passes=[Kubelet(authorization="Webhook")],
    fails=[Kubelet(authorization="AlwaysAllow")],
)
