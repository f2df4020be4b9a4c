"""Nodes may change only themselves and their pods."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-node-restriction",
    title="Nodes may change only themselves and their pods",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.plugins.has("NodeRestriction"),
    because="A node that is taken over can change the labels of others, and draw their pods to itself.",
    fix="Add NodeRestriction to --enable-admission-plugins.",
    serves=(
        "admission-control",
        "node-hardening",
    ),
    also=(
        "CKV_K8S_85",
        "KCV-0016",
        "AVD-KCV-0016",
        "KCV0016",
        "kubernetes-ensure-admission-control-plugin-node-restriction-is-set",
    ),
    passes=[ApiServer(plugins=frozenset({"NodeRestriction"}))],
    fails=[ApiServer(plugins=frozenset())],
)
