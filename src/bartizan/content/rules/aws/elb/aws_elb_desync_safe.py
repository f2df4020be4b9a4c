"""Load balancers defend against request smuggling."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-desync-safe",
    title="Load balancers defend against request smuggling",
    severity=Severity.MEDIUM,
    every=LoadBalancer,
    where=LoadBalancer.type.equals("application"),
    must=LoadBalancer.desync_mode.one_of("defensive", "strictest"),
    because=(
        "In monitor mode, requests that servers understand differently are passed on: what one visitor sends "
        "can become part of the request of the next."
    ),
    fix=(
        "Set desync_mitigation_mode to defensive or strictest (routing.http.desync_mitigation_mode in "
        "LoadBalancerAttributes)."
    ),
    serves=("http-hardening",),
    also=("CKV_AWS_328",),
    passes=[LoadBalancer(type="application", desync_mode="defensive")],
    fails=[LoadBalancer(type="application", desync_mode="monitor")],
)
