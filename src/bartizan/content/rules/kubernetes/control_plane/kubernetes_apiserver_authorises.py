"""The API server does not allow everything."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-authorises",
    title="The API server does not allow everything",
    severity=Severity.CRITICAL,
    every=ApiServer,
    must=~ApiServer.authorization.has("AlwaysAllow"),
    because="Every caller may do everything.",
    fix="Set --authorization-mode=Node,RBAC.",
    serves=(
        "api-server-hardening",
        "least-privilege",
    ),
    also=(
        "CKV_K8S_74",
        "KCV-0007",
        "AVD-KCV-0007",
        "KCV0007",
        "kubernetes-ensure-authorization-mode-argument-is-not-set-to-alwaysallow",
    ),
    passes=[ApiServer(authorization=frozenset({"RBAC"}))],
    fails=[ApiServer(authorization=frozenset({"AlwaysAllow"}))],
)
