"""Load balancers drop invalid headers."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-drops-invalid-headers",
    title="Load balancers drop invalid headers",
    severity=Severity.MEDIUM,
    every=LoadBalancer,
    where=LoadBalancer.type.equals("application"),
    must=LoadBalancer.drops_invalid_headers,
    because=(
        "Headers that two servers understand differently let an attacker smuggle a request past the load "
        "balancer, into the session of somebody else."
    ),
    fix=(
        "Set drop_invalid_header_fields to true (routing.http.drop_invalid_header_fields.enabled in "
        "LoadBalancerAttributes)."
    ),
    serves=("http-hardening",),
    also=("CKV_AWS_131", "AWS-0052", "AVD-AWS-0052", "aws-elb-drop-invalid-headers"),
    passes=[LoadBalancer(type="application", drops_invalid_headers=True)],
    fails=[LoadBalancer(type="application", drops_invalid_headers=False)],
)
