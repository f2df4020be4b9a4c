"""Load balancers are private or say who may reach them."""

from bartizan.content.kinds.kubernetes.service import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-load-balancer-limited",
    title="Load balancers are private or say who may reach them",
    severity=Severity.MEDIUM,
    every=Service,
    where=Service.type.equals("LoadBalancer"),
    must=Service.internal | (~Service.source_ranges.empty() & ~Service.source_ranges.has_any("0.0.0.0/0", "::/0")),
    because="A load balancer is open to the Internet unless it says otherwise, past the ingress with its checks.",
    fix="Set loadBalancerSourceRanges, or the annotation that makes the load balancer internal.",
    serves=(
        "restricted-ingress",
        "no-public-service",
    ),
    passes=[
        Service(type="LoadBalancer", internal=True),
        Service(type="LoadBalancer", internal=False, source_ranges=frozenset({"10.0.0.0/8"})),
    ],
    fails=[Service(type="LoadBalancer", internal=False, source_ranges=frozenset())],
)
