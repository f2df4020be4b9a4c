"""Nodes are authorised for their own pods."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-node-authorisation",
    title="Nodes are authorised for their own pods",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.authorization.has("Node"),
    because="Without it the credentials of one node may read the secrets of all.",
    fix="Add Node to --authorization-mode.",
    serves=(
        "api-server-hardening",
        "node-hardening",
    ),
    also=(
        "CKV_K8S_75",
        "KCV-0008",
        "AVD-KCV-0008",
        "KCV0008",
        "kubernetes-ensure-authorization-mode-argument-includes-node",
    ),
    passes=[ApiServer(authorization=frozenset({"Node", "RBAC"}))],
    fails=[ApiServer(authorization=frozenset({"RBAC"}))],
)
