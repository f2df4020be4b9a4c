"""The default security group of a VPC allows nothing."""

from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-default-security-group-closed",
    title="The default security group of a VPC allows nothing",
    severity=Severity.LOW,
    every=Vpc,
    must=Vpc.default_group_closed,
    because=(
        "Whatever is started without naming a group is put into the default one: as AWS makes it, its members "
        "reach each other on every port and anything outside."
    ),
    fix="Add aws_default_security_group with the vpc_id, without ingress and egress.",
    serves=("restricted-ingress", "no-default-accounts"),
    also=("CKV2_AWS_12", "AWS-0173", "AVD-AWS-0173", "aws-ec2-restrict-all-in-default-sg"),
    passes=[Vpc(default_group_closed=True)],
    fails=[Vpc(default_group_closed=False)],
)
