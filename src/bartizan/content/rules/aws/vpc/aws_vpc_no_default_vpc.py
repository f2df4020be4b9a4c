"""The default VPC is not used."""

from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-no-default-vpc",
    title="The default VPC is not used",
    severity=Severity.MEDIUM,
    every=Vpc,
    must=~Vpc.default,
    because=(
        "The default network has only public subnets and an open way to the Internet: what lands there by "
        "mistake is exposed."
    ),
    fix="Remove aws_default_vpc, and make a network with aws_vpc.",
    serves=("network-segmentation", "no-default-accounts"),
    also=("CKV_AWS_148", "AWS-0101", "AVD-AWS-0101", "aws-ec2-no-default-vpc", "aws-vpc-no-default-vpc"),
    passes=[Vpc(default=False)],
    fails=[Vpc(default=True)],
)
