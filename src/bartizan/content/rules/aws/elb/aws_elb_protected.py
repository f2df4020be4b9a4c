"""Load balancers are protected against deletion."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-protected",
    title="Load balancers are protected against deletion",
    severity=Severity.LOW,
    every=LoadBalancer,
    must=LoadBalancer.protected,
    because="One wrong command, or one plan applied in the wrong place, takes the service off the net.",
    fix="Set enable_deletion_protection to true (deletion_protection.enabled in LoadBalancerAttributes).",
    serves=("deletion-protection",),
    also=("CKV_AWS_150",),
    passes=[LoadBalancer(protected=True)],
    fails=[LoadBalancer(protected=False)],
)
