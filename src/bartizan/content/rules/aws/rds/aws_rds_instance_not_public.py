"""RDS instances are not publicly accessible."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-not-public",
    title="RDS instances are not publicly accessible",
    severity=Severity.HIGH,
    every=Instance,
    must=~Instance.publicly_accessible,
    because=(
        "A database with a public address is one security group rule away from every password guesser and every "
        "flaw of its engine on the Internet."
    ),
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-data",),
    also=("CKV_AWS_17", "AWS-0180", "AVD-AWS-0180", "aws-rds-enable-public-access"),
    passes=[Instance(publicly_accessible=False)],
    fails=[Instance(publicly_accessible=True)],
)
