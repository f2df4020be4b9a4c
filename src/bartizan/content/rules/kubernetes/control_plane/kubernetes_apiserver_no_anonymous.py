"""The API server lets in nobody without credentials."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-no-anonymous",
    title="The API server lets in nobody without credentials",
    severity=Severity.HIGH,
    every=ApiServer,
    must=~ApiServer.anonymous,
    because="Every permission that is given to anonymous callers by mistake is open to whoever reaches the server.",
    fix="Set --anonymous-auth=false.",
    serves=(
        "api-server-hardening",
        "no-anonymous-access",
    ),
    also=(
        "CKV_K8S_68",
        "KCV-0001",
        "AVD-KCV-0001",
        "KCV0001",
        "kubernetes-ensure-anonymous-auth-argument-is-false",
    ),
    passes=[ApiServer(anonymous=False)],
    fails=[ApiServer(anonymous=True)],
)
