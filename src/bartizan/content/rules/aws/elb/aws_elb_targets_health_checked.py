"""Target groups check the health of their targets by a request."""

from bartizan.content.kinds.aws.elb_load_balancer import TargetGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-targets-health-checked",
    title="Target groups check the health of their targets by a request",
    severity=Severity.LOW,
    every=TargetGroup,
    where=TargetGroup.protocol.one_of("HTTP", "HTTPS") & ~TargetGroup.type.equals("lambda"),
    must=TargetGroup.checks_path,
    because=(
        "The root page of a program often answers when the program does not work; then broken targets keep "
        "getting requests."
    ),
    fix="Set path in health_check (HealthCheckPath) to a page that tells whether the program works.",
    serves=("health-checking",),
    also=("CKV_AWS_261",),
    passes=[TargetGroup(protocol="HTTP", type="ip", checks_path=True)],
    fails=[TargetGroup(protocol="HTTPS", type="instance", checks_path=False)],
)
