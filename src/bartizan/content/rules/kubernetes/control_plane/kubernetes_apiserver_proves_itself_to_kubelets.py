"""The API server proves itself to kubelets."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-proves-itself-to-kubelets",
    title="The API server proves itself to kubelets",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.proves_itself_to_kubelets,
    because="Kubelets that cannot tell who asks must let everyone in.",
    fix="Set --kubelet-client-certificate and --kubelet-client-key.",
    serves=(
        "api-server-hardening",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_71",
        "CKV_K8S_72",
        "KCV-0005",
        "AVD-KCV-0005",
        "KCV0005",
        "kubernetes-ensure-kubelet-client-certificate-and-kubelet-client-key-are-set",
        "KCV-0004",
        "AVD-KCV-0004",
        "KCV0004",
        "kubernetes-ensure-kubelet-https-argument-is-set-to-true",
    ),
    passes=[ApiServer(proves_itself_to_kubelets=True)],
    fails=[ApiServer(proves_itself_to_kubelets=False)],
)
