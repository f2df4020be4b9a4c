"""Subnets do not hand out public addresses."""

from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-subnet-no-public-ip",
    title="Subnets do not hand out public addresses",
    severity=Severity.MEDIUM,
    every=Subnet,
    must=~Subnet.gives_public_addresses,
    because=(
        "Every machine started there is on the Internet, wanted or not; then only its security group stands before it."
    ),
    fix=(
        "Set map_public_ip_on_launch (MapPublicIpOnLaunch) to false, and give addresses to load balancers and "
        "gateways only."
    ),
    serves=("no-public-service",),
    also=(
        "CKV_AWS_130",
        "AWS-0164",
        "AVD-AWS-0164",
        "aws-ec2-no-public-ip-subnet",
        "aws-vpc-no-public-ingress-sgr",
    ),
    passes=[Subnet(gives_public_addresses=False)],
    fails=[Subnet(gives_public_addresses=True)],
)
