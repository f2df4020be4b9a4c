"""ECS tasks get no public addresses."""

from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-service-no-public-ip",
    title="ECS tasks get no public addresses",
    severity=Severity.MEDIUM,
    every=Service,
    must=~Service.public_address,
    because=(
        "A task with a public address is scanned from the first minute; then only its security group stands before it."
    ),
    fix="Set assign_public_ip to false (AssignPublicIp to DISABLED), and let a load balancer face the Internet.",
    serves=("no-public-service",),
    also=("CKV_AWS_333",),
    passes=[Service(public_address=False)],
    fails=[Service(public_address=True)],
)
