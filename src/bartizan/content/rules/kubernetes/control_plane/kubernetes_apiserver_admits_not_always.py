"""The API server does not admit everything."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-admits-not-always",
    title="The API server does not admit everything",
    severity=Severity.HIGH,
    every=ApiServer,
    must=~ApiServer.plugins.has("AlwaysAdmit"),
    because="AlwaysAdmit lets objects past every other check.",
    fix="Remove AlwaysAdmit from --enable-admission-plugins.",
    serves=("admission-control",),
    also=(
        "CKV_K8S_79",
        "KCV-0011",
        "AVD-KCV-0011",
        "KCV0011",
        "kubernetes-ensure-admission-control-plugin-always-admit-is-not-set",
    ),
    passes=[ApiServer(plugins=frozenset())],
    fails=[ApiServer(plugins=frozenset({"AlwaysAdmit"}))],
)
