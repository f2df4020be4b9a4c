"""Security groups do not open every port to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-not-all-ports-open",
    title="Security groups do not open every port to everyone",
    severity=Severity.HIGH,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.all_ports),
    because=(
        "Whatever listens on the machine, today or after the next change, can be reached by anyone: remote "
        "shells, databases, agents without a password."
    ),
    fix=(
        "Give from_port, to_port and protocol (FromPort, ToPort, IpProtocol) of the one service that is meant "
        "for everyone, and name the addresses for the rest."
    ),
    serves=("restricted-ingress", "no-open-admin-ports"),
    also=(
        "CKV_AWS_277",
        "AWS-0107",
        "AVD-AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
        "CKV_AWS_24",
        "CKV_AWS_25",
        "CKV_AWS_260",
    ),
    passes=[
        SecurityGroupRule(ingress=True, anywhere=True, all_ports=False),
        SecurityGroupRule(ingress=True, anywhere=False, all_ports=True),
    ],
    fails=[SecurityGroupRule(ingress=True, anywhere=True, all_ports=True)],
)
