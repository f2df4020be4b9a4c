"""Security groups do not open SSH to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-ssh",
    title="Security groups do not open SSH to everyone",
    severity=Severity.HIGH,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.services.has(22)),
    because=(
        "Every address on the Internet is tried for SSH all day: one weak password, lost key or fault of the "
        "server is a shell."
    ),
    fix=(
        "Name the addresses that need it in cidr_blocks or cidr_ipv4 (CidrIp), or a security group; for "
        "people, use a session service or a VPN."
    ),
    serves=("no-open-admin-ports", "restricted-ingress"),
    also=("CKV_AWS_24", "AWS-0107", "AVD-AWS-0107", "aws-ec2-no-public-ingress-sgr"),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({22})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({3389})),
    ],
    fails=[SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22}))],
)
