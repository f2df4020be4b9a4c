"""The API server checks the certificates of kubelets."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-verifies-kubelets",
    title="The API server checks the certificates of kubelets",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.verifies_kubelets,
    because="Somebody on the way to a node can answer in its place, and read what is sent into containers.",
    fix="Set --kubelet-certificate-authority.",
    serves=(
        "api-server-hardening",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_73",
        "KCV-0006",
        "AVD-KCV-0006",
        "KCV0006",
        "kubernetes-ensure-kubelet-certificate-authority-argument-is-set",
    ),
    passes=[ApiServer(verifies_kubelets=True)],
    fails=[ApiServer(verifies_kubelets=False)],
)
