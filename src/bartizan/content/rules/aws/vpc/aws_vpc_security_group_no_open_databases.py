"""Security groups do not open databases to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-databases",
    title="Security groups do not open databases to everyone",
    severity=Severity.HIGH,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(
        SecurityGroupRule.anywhere
        & SecurityGroupRule.services.has_any(
            1433,
            1434,
            1521,
            3306,
            5432,
            5439,
            5984,
            6379,
            7000,
            7001,
            8123,
            9042,
            9160,
            9200,
            9300,
            11211,
            27017,
            27018,
            27019,
            50000,
        )
    ),
    because=(
        "A database that anyone can reach is found within hours, and many stores of this kind ask for no "
        "password until somebody sets one."
    ),
    fix=(
        "Allow the port only from the security groups of the programs that use it (source_security_group_id, "
        "referenced_security_group_id, SourceSecurityGroupId)."
    ),
    serves=("no-open-admin-ports", "no-public-data"),
    also=(
        "AVD-AWS-0107",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
    ),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({5432})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({5432})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({6379, 22})),
    ],
)
