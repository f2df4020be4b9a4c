"""Kubelets have a certificate that can be checked."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-serves-tls",
    title="Kubelets have a certificate that can be checked",
    severity=Severity.MEDIUM,
    every=Kubelet,
    must=Kubelet.serves_tls,
    because="The API server cannot tell the node from somebody on the way.",
    fix="Set serverTLSBootstrap to true, or tlsCertFile and tlsPrivateKeyFile.",
    serves=(
        "encryption-in-transit",
        "node-hardening",
    ),
    also=(
        "CKV_K8S_148",
        "KCV-0088",
        "AVD-KCV-0088",
        "KCV0088",
        "kubernetes-ensure-tls-cert-file-argument-set-appropriate",
        "KCV-0089",
        "AVD-KCV-0089",
        "KCV0089",
        "kubernetes-ensure-tls-key-file-argument-set-appropriate",
    ),
    passes=[Kubelet(serves_tls=True)],
    fails=[Kubelet(serves_tls=False)],
)
