"""Load balancers log requests."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-access-logged",
    title="Load balancers log requests",
    severity=Severity.LOW,
    every=LoadBalancer,
    where=LoadBalancer.type.one_of("application", "network"),
    must=LoadBalancer.access_logged,
    because="Without the log nobody can tell afterwards who asked for what: an attack leaves its traces only there.",
    fix="Set enabled and bucket in access_logs (access_logs.s3.enabled in LoadBalancerAttributes).",
    serves=("application-logging",),
    also=("CKV_AWS_91",),
    passes=[LoadBalancer(type="application", access_logged=True)],
    fails=[LoadBalancer(type="network", access_logged=False)],
)
