"""Auto Scaling groups behind a load balancer trust its health checks."""

from bartizan.content.kinds.aws.autoscaling_group import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-autoscaling-group-health-checked-by-load-balancer",
    title="Auto Scaling groups behind a load balancer trust its health checks",
    severity=Severity.LOW,
    every=Group,
    where=Group.balanced,
    must=Group.health_check.contains("ELB"),
    because="A machine that runs but does not answer is kept, and requests to it fail until somebody notices.",
    fix="Set health_check_type (HealthCheckType) to ELB.",
    serves=("health-checking", "high-availability"),
    also=("CKV2_AWS_15",),
    passes=[Group(balanced=True, health_check="ELB")],
    fails=[Group(balanced=True, health_check="EC2")],
)
