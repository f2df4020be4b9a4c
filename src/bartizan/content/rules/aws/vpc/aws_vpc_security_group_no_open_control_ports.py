"""Security groups do not open control ports to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-control-ports",
    title="Security groups do not open control ports to everyone",
    severity=Severity.CRITICAL,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(
        SecurityGroupRule.anywhere
        & SecurityGroupRule.services.has_any(
            20, 21, 23, 69, 161, 2375, 2376, 2379, 2380, 5601, 5900, 5985, 5986, 6443, 8020, 9092, 10250, 10255
        )
    ),
    because=(
        "Behind these ports are Docker, Kubernetes, etcd, WinRM, Telnet, FTP, VNC and the like: whoever gets "
        "through commands the machine or the cluster."
    ),
    fix=(
        "Name the addresses that need it in cidr_blocks or cidr_ipv4 (CidrIp), or a security group; for "
        "people, use a session service or a VPN."
    ),
    serves=("no-open-admin-ports", "restricted-ingress"),
    also=(
        "AVD-AWS-0107",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
    ),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({2375})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({2375})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({10250, 10255})),
    ],
)
