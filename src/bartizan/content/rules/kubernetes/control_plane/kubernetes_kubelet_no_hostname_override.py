"""Nodes have the name of their host."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-no-hostname-override",
    title="Nodes have the name of their host",
    severity=Severity.LOW,
    every=Kubelet,
    must=~Kubelet.own_name,
    because="A node with another name does not fit its certificate, and logs name a host that is not there.",
    fix="Remove hostname-override from the flags of the kubelet, and name from nodeRegistration.",
    serves=("node-hardening",),
    also=(
        "CKV_K8S_146",
        "KCV-0086",
        "AVD-KCV-0086",
        "KCV0086",
        "kubernetes-ensure-hostname-override-argument-not-set",
    ),
    passes=[Kubelet(own_name=False)],
    fails=[Kubelet(own_name=True)],
)
