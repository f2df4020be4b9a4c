"""The API server admits no services with outside addresses."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-denies-external-ips",
    title="The API server admits no services with outside addresses",
    severity=Severity.LOW,
    every=ApiServer,
    must=ApiServer.plugins.has("DenyServiceExternalIPs"),
    because="Whoever may create services could take over the traffic to any address (CVE-2020-8554).",
    fix="Add DenyServiceExternalIPs to --enable-admission-plugins.",
    serves=("admission-control",),
    also=(
        "KCV-0003",
        "AVD-KCV-0003",
        "KCV0003",
        "kubernetes-Ensure-deny-service-external-ips-is-not-set",
    ),
    passes=[ApiServer(plugins=frozenset({"DenyServiceExternalIPs"}))],
    fails=[ApiServer(plugins=frozenset())],
)
