"""Trails record all regions."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-all-regions",
    title="Trails record all regions",
    severity=Severity.MEDIUM,
    every=Trail,
    must=Trail.all_regions,
    because="Intruders work in regions nobody uses; a trail of one region does not see them.",
    fix="Set is_multi_region_trail (Terraform) or IsMultiRegionTrail (CloudFormation) to true.",
    serves=("audit-logging",),
    also=(
        "CKV_AWS_67",
        "AVD-AWS-0014",
        "AWS-0014",
        "aws-cloudtrail-enable-all-regions",
    ),
    passes=[
        Trail(all_regions=True),
    ],
    fails=[
        Trail(all_regions=False),
    ],
)
