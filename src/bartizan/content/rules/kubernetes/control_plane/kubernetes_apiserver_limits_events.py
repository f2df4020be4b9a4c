"""The API server limits events."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-limits-events",
    title="The API server limits events",
    severity=Severity.LOW,
    every=ApiServer,
    must=ApiServer.plugins.has("EventRateLimit"),
    because="A pod that fails quickly enough can fill the store with events.",
    fix="Add EventRateLimit to --enable-admission-plugins, with its configuration.",
    serves=(
        "rate-limiting",
        "admission-control",
    ),
    also=(
        "CKV_K8S_78",
        "KCV-0010",
        "AVD-KCV-0010",
        "KCV0010",
        "kubernetes-ensure-admission-control-plugin-event-rate-limit-is-set",
    ),
    passes=[ApiServer(plugins=frozenset({"EventRateLimit"}))],
    fails=[ApiServer(plugins=frozenset())],
)
