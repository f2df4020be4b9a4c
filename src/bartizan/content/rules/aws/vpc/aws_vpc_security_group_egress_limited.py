"""Security groups limit what goes out."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-egress-limited",
    title="Security groups limit what goes out",
    severity=Severity.LOW,
    every=SecurityGroupRule,
    where=~SecurityGroupRule.ingress,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.all_ports),
    because=(
        "A machine that is broken into can fetch tools, take orders and send data out to any address by any protocol."
    ),
    fix=(
        "Replace the egress rule for everything by rules for the ports and addresses that are used, such as "
        "443 and the groups of databases."
    ),
    serves=("restricted-egress",),
    also=("CKV_AWS_382", "AWS-0104", "AVD-AWS-0104", "aws-ec2-no-public-egress-sgr", "aws-vpc-no-public-egress-sgr"),
    passes=[
        SecurityGroupRule(ingress=False, anywhere=True, all_ports=False),
        SecurityGroupRule(ingress=False, anywhere=False, all_ports=True),
    ],
    fails=[SecurityGroupRule(ingress=False, anywhere=True, all_ports=True)],
)
