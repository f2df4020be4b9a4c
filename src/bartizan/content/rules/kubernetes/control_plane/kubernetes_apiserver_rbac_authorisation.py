"""The API server authorises by role."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-rbac-authorisation",
    title="The API server authorises by role",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.authorization.has("RBAC"),
    because="Without RBAC permissions cannot be given one by one.",
    fix="Add RBAC to --authorization-mode.",
    serves=(
        "api-server-hardening",
        "least-privilege",
    ),
    also=(
        "CKV_K8S_77",
        "KCV-0009",
        "AVD-KCV-0009",
        "KCV0009",
        "kubernetes-ensure-authorization-mode-argument-includes-rbac",
    ),
    passes=[ApiServer(authorization=frozenset({"Node", "RBAC"}))],
    fails=[ApiServer(authorization=frozenset({"Node"}))],
)
