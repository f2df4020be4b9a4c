"""Security groups do not open file sharing to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-file-sharing",
    title="Security groups do not open file sharing to everyone",
    severity=Severity.HIGH,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.services.has_any(111, 135, 137, 138, 139, 445, 2049)),
    because=(
        "File shares were made for a trusted network: they give lists of files and users to whoever asks, and "
        "worms spread over them."
    ),
    fix="Allow the port only from the security groups of the machines that mount the share.",
    serves=("no-open-admin-ports", "restricted-ingress"),
    also=(
        "AVD-AWS-0107",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
    ),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({445})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({445}))],
)
