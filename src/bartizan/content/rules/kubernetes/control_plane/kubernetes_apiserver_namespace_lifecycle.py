"""Nothing is created in namespaces that end."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-namespace-lifecycle",
    title="Nothing is created in namespaces that end",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=~ApiServer.plugins_off.has("NamespaceLifecycle"),
    because="Objects could be left in, or put into, namespaces that are gone.",
    fix="Remove NamespaceLifecycle from --disable-admission-plugins.",
    serves=("admission-control",),
    also=(
        "CKV_K8S_83",
        "KCV-0015",
        "AVD-KCV-0015",
        "KCV0015",
        "kubernetes-ensure-admission-control-plugin-namespace-lifecycle-is-set",
    ),
    passes=[ApiServer(plugins_off=frozenset())],
    fails=[ApiServer(plugins_off=frozenset({"NamespaceLifecycle"}))],
)
