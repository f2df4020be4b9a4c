"""Security groups do not open RDP to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-rdp",
    title="Security groups do not open RDP to everyone",
    severity=Severity.HIGH,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.services.has(3389)),
    because=(
        "Remote desktops open to the Internet are the commonest way in of those who hold data to ransom: by "
        "guessed passwords and by faults of the server."
    ),
    fix=(
        "Name the addresses that need it in cidr_blocks or cidr_ipv4 (CidrIp), or a security group; for "
        "people, use a session service or a VPN."
    ),
    serves=("no-open-admin-ports", "restricted-ingress"),
    also=("CKV_AWS_25", "AWS-0107", "AVD-AWS-0107", "aws-ec2-no-public-ingress-sgr"),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({3389})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({3389}))],
)
