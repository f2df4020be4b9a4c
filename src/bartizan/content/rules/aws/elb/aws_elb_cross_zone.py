"""Network and gateway load balancers balance over zones."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-cross-zone",
    title="Network and gateway load balancers balance over zones",
    severity=Severity.LOW,
    every=LoadBalancer,
    where=~LoadBalancer.type.equals("application"),
    must=LoadBalancer.cross_zone,
    because=(
        "Where a zone has few targets, those are overwhelmed while others idle, and an outage of one zone is "
        "felt longer."
    ),
    fix=("Set enable_cross_zone_load_balancing to true (load_balancing.cross_zone.enabled in LoadBalancerAttributes)."),
    serves=("high-availability",),
    also=("CKV_AWS_152",),
    passes=[LoadBalancer(type="network", cross_zone=True)],
    fails=[LoadBalancer(type="network", cross_zone=False)],
)
