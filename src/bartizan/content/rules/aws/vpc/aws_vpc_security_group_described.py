"""Rules of security groups say what they are for."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-described",
    title="Rules of security groups say what they are for",
    severity=Severity.LOW,
    every=SecurityGroupRule,
    must=SecurityGroupRule.described,
    because="A rule that nobody can explain is a rule that nobody dares to remove.",
    fix="Set description (Description) in every ingress and egress rule.",
    serves=("asset-inventory",),
    also=(
        "CKV_AWS_23",
        "AWS-0124",
        "AVD-AWS-0124",
        "aws-ec2-add-description-to-security-group-rule",
        "aws-vpc-add-description-to-security-group-rule",
    ),
    passes=[SecurityGroupRule(described=True)],
    fails=[SecurityGroupRule(described=False)],
)
