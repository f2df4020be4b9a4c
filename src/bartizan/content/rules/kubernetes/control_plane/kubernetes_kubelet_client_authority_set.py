"""Kubelets check client certificates."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-client-authority-set",
    title="Kubelets check client certificates",
    severity=Severity.HIGH,
    every=Kubelet,
    must=Kubelet.client_authority,
    because="Without it the API server cannot prove itself to the kubelet.",
    fix="Set authentication.x509.clientCAFile.",
    serves=(
        "node-hardening",
        "strong-authentication",
    ),
    also=(
        "CKV_K8S_140",
        "KCV-0081",
        "AVD-KCV-0081",
        "KCV0081",
        "kubernetes-ensure-client-ca-argument-set-appropriate",
    ),
    passes=[Kubelet(client_authority=True)],
    fails=[Kubelet(client_authority=False)],
)
