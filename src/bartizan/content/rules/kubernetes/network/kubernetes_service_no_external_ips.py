"""Services take over no outside addresses."""

from bartizan.content.kinds.kubernetes.service import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-no-external-ips",
    title="Services take over no outside addresses",
    severity=Severity.HIGH,
    every=Service,
    must=Service.external_ips.empty(),
    because="A service with an external address receives what other pods send to that address: whoever may "
    "create services can listen in (CVE-2020-8554).",
    fix="Remove externalIPs; use a load balancer.",
    serves=(
        "restricted-ingress",
        "network-segmentation",
    ),
    also=(
        "KSV-0108",
        "AVD-KSV-0108",
        "kubernetes-no-svc-with-extip",
    ),
    passes=[Service(external_ips=frozenset())],
    fails=[Service(external_ips=frozenset({"192.0.2.1"}))],
)
