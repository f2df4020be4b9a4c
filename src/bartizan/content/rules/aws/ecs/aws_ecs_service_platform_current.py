"""ECS services run on the newest Fargate platform."""

from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-service-platform-current",
    title="ECS services run on the newest Fargate platform",
    severity=Severity.LOW,
    every=Service,
    must=Service.platform.equals("LATEST"),
    because="Faults of the kernel and the runtime that were mended long ago stay under the tasks.",
    fix="Remove platform_version (PlatformVersion), or set it to LATEST.",
    serves=("patching",),
    also=("CKV_AWS_332",),
    passes=[Service(platform="LATEST")],
    fails=[Service(platform="1.3.0")],
)
