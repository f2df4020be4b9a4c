"""Load balancers are internal unless meant for the Internet."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-not-public",
    title="Load balancers are internal unless meant for the Internet",
    severity=Severity.LOW,
    every=LoadBalancer,
    must=LoadBalancer.internal,
    because=(
        "A load balancer that faces the Internet lets anyone try what is behind it; each one should be there "
        "on purpose."
    ),
    fix="Set internal to true (Scheme to internal), or waive the finding where the service is public.",
    serves=("no-public-service",),
    also=("AWS-0053", "AVD-AWS-0053", "aws-elb-alb-not-public"),
    passes=[LoadBalancer(internal=True)],
    fails=[LoadBalancer(internal=False)],
)
