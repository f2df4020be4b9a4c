"""The API server has a certificate of its own."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-serves-tls",
    title="The API server has a certificate of its own",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.serves_tls,
    because="Callers cannot tell the server from somebody on the way, and send their tokens to either.",
    fix="Set --tls-cert-file and --tls-private-key-file.",
    serves=(
        "api-server-hardening",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_100",
        "CKV_K8S_86",
        "CKV_K8S_88",
        "CKV_K8S_89",
        "KCV-0027",
        "AVD-KCV-0027",
        "KCV0027",
        "kubernetes-ensure-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate",
        "KCV-0017",
        "AVD-KCV-0017",
        "KCV0017",
        "kubernetes-ensure-secure-port-argument-is-not-set-to-0",
    ),
    passes=[ApiServer(serves_tls=True)],
    fails=[ApiServer(serves_tls=False)],
)
