"""Config aggregators cover all regions."""

from bartizan.content.kinds.aws.config_recorder import Aggregator
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-config-aggregator-all-regions",
    title="Config aggregators cover all regions",
    severity=Severity.LOW,
    every=Aggregator,
    must=Aggregator.all_regions,
    because="Intruders work in regions nobody looks at; a list of regions goes out of date.",
    fix="Set all_regions of the aggregation source (Terraform) or AllAwsRegions (CloudFormation) to true.",
    serves=("configuration-recording",),
    also=(
        "CKV_AWS_121",
        "AVD-AWS-0019",
        "AWS-0019",
        "aws-config-aggregate-all-regions",
    ),
    passes=[
        Aggregator(all_regions=True),
    ],
    fails=[
        Aggregator(all_regions=False),
    ],
)
