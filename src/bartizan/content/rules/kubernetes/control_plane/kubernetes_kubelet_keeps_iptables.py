"""Kubelets keep the packet filter as they need it."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-keeps-iptables",
    title="Kubelets keep the packet filter as they need it",
    severity=Severity.LOW,
    every=Kubelet,
    must=Kubelet.keeps_iptables,
    because="Rules that somebody changes by hand can let traffic past policies.",
    fix="Set makeIPTablesUtilChains to true.",
    serves=("node-hardening",),
    also=(
        "CKV_K8S_145",
        "KCV-0084",
        "AVD-KCV-0084",
        "KCV0084",
        "kubernetes-ensure-make-iptables-util-chains-argument-set-true",
    ),
    passes=[Kubelet(keeps_iptables=True)],
    fails=[Kubelet(keeps_iptables=False)],
)
