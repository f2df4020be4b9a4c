"""Pods get their service account by admission."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-service-accounts-admitted",
    title="Pods get their service account by admission",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=~ApiServer.plugins_off.has("ServiceAccount"),
    because="Pods could name an account that is not theirs to use.",
    fix="Remove ServiceAccount from --disable-admission-plugins.",
    serves=(
        "admission-control",
        "service-identity",
    ),
    also=(
        "CKV_K8S_82",
        "KCV-0014",
        "AVD-KCV-0014",
        "KCV0014",
        "kubernetes-ensure-admission-control-plugin-service-account-is-set",
    ),
    passes=[ApiServer(plugins_off=frozenset())],
    fails=[ApiServer(plugins_off=frozenset({"ServiceAccount"}))],
)
